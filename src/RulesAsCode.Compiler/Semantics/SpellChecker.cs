using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>Finds the name that somebody probably meant.</summary>
internal sealed class SpellChecker
{
    private const int LongestName = 80;

    // A search looks at every name in scope; without a bound, a text full of unknown names would cost their square.
    private int _pairsOfLettersLeft = 20_000_000;

    internal int TimesAsked { get; private set; }

    /// <summary>The nearest candidate, those of <paramref name="isPreferred"/> first where several are as near; null when none is near enough.</summary>
    internal T? Nearest<T>(string name, IEnumerable<T> candidates, Func<T, bool>? isPreferred = null)
        where T : Symbol => Nearest(name, candidates, candidate => candidate.Name, isPreferred);

    internal T? Nearest<T>(string name, IEnumerable<T> candidates, Func<T, string> nameOf, Func<T, bool>? isPreferred = null)
        where T : class
    {
        TimesAsked++;
        if (name.Length > LongestName)
        {
            return null;
        }

        string key = Names.Key(name);
        string bare = WithoutSmallWords(key);
        // Of one letter or two, any other name would be near.
        int allowed = key.Length <= 2 ? 0 : Math.Max(1, key.Length / 4);
        T? best = null;
        int bestScore = int.MaxValue;
        foreach (T candidate in candidates)
        {
            string candidateName = nameOf(candidate);
            _pairsOfLettersLeft -= name.Length;
            if (candidateName.Length > LongestName || Math.Abs(candidateName.Length - name.Length) > allowed + 4)
            {
                continue;
            }

            _pairsOfLettersLeft -= candidateName.Length * name.Length;
            if (_pairsOfLettersLeft <= 0)
            {
                return null;
            }

            string candidateKey = Names.Key(candidateName);
            int distance = bare == WithoutSmallWords(candidateKey) ? 0 : Spelling.Distance(key, candidateKey);
            if (distance <= allowed)
            {
                int score = (distance * 2) + (isPreferred is null || isPreferred(candidate) ? 0 : 1);
                if (score < bestScore)
                {
                    best = candidate;
                    bestScore = score;
                }
            }
        }

        return best;
    }

    // "notice to the buyer" and "notice to buyer", "programmes" and "programme": what people leave out or add.
    private static string WithoutSmallWords(string key) =>
        string.Concat(key.Split(' ').Where(word => word is not ("THE" or "A" or "AN")).Select(word => word.Length > 3 && word[word.Length - 1] == 'S' ? word.Substring(0, word.Length - 1) : word));
}
