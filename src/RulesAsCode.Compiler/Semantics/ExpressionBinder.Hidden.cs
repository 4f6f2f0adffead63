using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>
/// Sentences that read as one long name, because a word of the language is missing: <c>moved on given</c>, <c>income exceeds fee</c>,
/// <c>favourite Red</c>. The name that they begin with is known, and so is what follows it.
/// </summary>
internal sealed partial class ExpressionBinder
{
    private Diagnostic? HiddenSentence(Location at)
    {
        string text = context.Source.Text;
        TextSpan span = at.Span;
        if (text[span.Start] == '`' || span.Length > 200)
        {
            return null;
        }

        if (ComparisonAt(span.Start, span, false) is { } afterIs)
        {
            return afterIs;
        }

        // The longest name first: 'notice to tenant given' begins with 'notice to tenant', not with 'notice'.
        for (int start = span.End - 1; start > span.Start; start--)
        {
            if (!char.IsWhiteSpace(text[start - 1]) || char.IsWhiteSpace(text[start]))
            {
                continue;
            }

            string name = Literals.NormalizeName(text.Substring(span.Start, start - span.Start));
            List<Candidate> candidates = FindCandidates(Names.Key(name));
            if (candidates.Count > 0 && Behind(TypeOf(candidates[0].Symbol), start, span) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // What was meant behind a value of a type, if it can be told.
    private Diagnostic? Behind(RuleType type, int start, TextSpan span)
    {
        if (ComparisonAt(start, span, true) is { } comparison)
        {
            return comparison;
        }

        Location rest = context.At(TextSpan.FromBounds(start, span.End));
        string words = Describe.Words(rest);
        string first = words.Split(' ')[0];
        string key = Names.Key(words);
        bool isPredicate = words is "given" or "none" or "empty" || (first is "within" or "between" && words.Length > first.Length);
        bool isMember = type is ChoiceType choice && Symbols.MembersOf(choice.Choice).FindKey(key) is not null;
        bool isNumber = type.IsNumeric && words.All(c => c is >= '0' and <= '9');
        if (isPredicate || isMember || isNumber || (type is YesNoType && key is Names.Yes or Names.No))
        {
            return DiagnosticCatalogue.MissingIs(rest, isPredicate && first != words ? first : words, words, type is SetType or ListType ? "are" : "is");
        }

        return type is SetType set && Symbols.MembersOf(set.Choice).FindKey(key) is not null ? DiagnosticCatalogue.MissingInclude(rest, words) : null;
    }

    /// <param name="start">Where the comparison would begin.</param>
    /// <param name="span">The whole name.</param>
    /// <param name="needsIs">False where <c>is</c> stands before it.</param>
    private Diagnostic? ComparisonAt(int start, TextSpan span, bool needsIs)
    {
        string text = context.Source.Text;
        if (!OtherPhrases.MayBegin(text, start, span.End))
        {
            return null;
        }

        IEnumerable<(OtherPhrases.Phrase Phrase, bool IsVerb)> phrases = OtherPhrases.Comparisons.Select(phrase => (phrase, false));
        foreach ((OtherPhrases.Phrase phrase, bool isVerb) in needsIs ? OtherPhrases.Verbs.Select(phrase => (phrase, true)).Concat(phrases) : phrases)
        {
            int after = OtherPhrases.Match(text, start, span.End, phrase.Written);
            if (after < 0 || after == span.End)
            {
                continue;
            }

            int value = after;
            while (char.IsWhiteSpace(text[value]))
            {
                value++;
            }

            string rest = Describe.Words(context.At(TextSpan.FromBounds(value, span.End)));
            bool isKnown = FindCandidates(Names.Key(rest)).Count > 0 || Names.Key(rest) == Names.Today || rest.All(c => c is >= '0' and <= '9') || (isVerb && Symbols.ChoicesWith(Names.Key(rest)).Count > 0);
            if (isKnown)
            {
                string instead = isVerb ? phrase.Instead : ("is " + phrase.Instead).Trim();
                string replaced = needsIs ? instead : phrase.Instead;
                return DiagnosticCatalogue.OtherComparison(
                    context.At(TextSpan.FromBounds(start, after)), needsIs ? phrase.Written : "is " + phrase.Written, instead + " " + rest,
                    replaced.Length == 0 ? TextEdit.Remove(TextSpan.FromBounds(start, value)) : new TextEdit(TextSpan.FromBounds(start, after), replaced));
            }
        }

        return null;
    }
}
