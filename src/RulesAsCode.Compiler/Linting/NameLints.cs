using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Semantics;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Linting;

/// <summary>Names that may be taken for each other, and names that are written in another case than they are declared.</summary>
internal static class NameLints
{
    // Shorter words differ by one letter all the time: born and worn.
    private const int ShortestWord = 5;

    internal static IEnumerable<Diagnostic> NearlyTheSame(RulesModel model)
    {
        var scopes = new List<IEnumerable<Symbol>>
        {
            model.Facts.Fields.Cast<Symbol>().Concat(model.Parameters).Concat(model.Definitions.Where(definition => definition.Element is null)),
            model.Requirements, model.Terms, model.Readings, model.Choices.Cast<Symbol>().Concat(model.Formats).Concat(model.Records), model.Sources,
        };
        scopes.AddRange(model.Records.Select(record => record.Fields.Cast<Symbol>().Concat(model.Definitions.Where(definition => definition.Element?.Record == record))));
        scopes.AddRange(model.Choices.Select(choice => choice.Members.Cast<Symbol>()));
        return scopes.SelectMany(Pairs).Select(pair => DiagnosticCatalogue.NearlySameNames(pair.Later.Location, pair.Later.Name, pair.Earlier.Name, pair.Earlier.Location));
    }

    /// <summary>Pairs that differ by one letter of a long word, by a small word, a plural, a hyphen or a blank. Linear: names meet where one letter less makes them equal.</summary>
    private static IEnumerable<(Symbol Earlier, Symbol Later)> Pairs(IEnumerable<Symbol> symbols)
    {
        var byShape = new Dictionary<string, List<Heard>>(StringComparer.Ordinal);
        foreach (Heard heard in symbols.Select(Heard.Of))
        {
            var met = new HashSet<Symbol>();
            foreach (string shape in Shapes(heard.Bare))
            {
                if (!byShape.TryGetValue(shape, out List<Heard>? others))
                {
                    byShape.Add(shape, others = []);
                }

                foreach (Heard other in others)
                {
                    if (AreNear(other, heard) && met.Add(other.Symbol))
                    {
                        yield return (other.Symbol, heard.Symbol);
                    }
                }

                others.Add(heard);
            }
        }
    }

    private static IEnumerable<string> Shapes(string bare)
    {
        var shapes = new HashSet<string>(StringComparer.Ordinal) { bare };
        for (int i = 0; i < bare.Length && bare.Length <= 80; i++)
        {
            shapes.Add(bare.Remove(i, 1));
        }

        return shapes;
    }

    private static bool AreNear(Heard first, Heard second)
    {
        if (first.Bare == second.Bare)
        {
            return true;
        }

        if (first.Words.Length != second.Words.Length)
        {
            return false;
        }

        int differing = -1;
        for (int i = 0; i < first.Words.Length; i++)
        {
            if (first.Words[i] != second.Words[i])
            {
                if (differing >= 0)
                {
                    return false;
                }

                differing = i;
            }
        }

        return differing >= 0 && IsLongWord(first.Words[differing]) && IsLongWord(second.Words[differing]) && Spelling.Distance(first.Bare, second.Bare) <= 1;
    }

    private static bool IsLongWord(string word) => word.Length >= ShortestWord && word.All(char.IsLetter);

    /// <summary>A name as it is heard.</summary>
    /// <param name="Symbol">What is called so.</param>
    /// <param name="Words">Its words, whatever their case.</param>
    /// <param name="Bare">Without articles, plurals, hyphens and blanks.</param>
    private sealed record Heard(Symbol Symbol, string[] Words, string Bare)
    {
        internal static Heard Of(Symbol symbol)
        {
            string key = Names.Key(symbol.Name);
            return new Heard(symbol, key.Split(' '), string.Concat(key.Split(' ', '-').Where(word => word is not ("THE" or "A" or "AN")).Select(word =>
                word.Length > 3 && word[word.Length - 1] == 'S' && word[word.Length - 2] != 'S' ? word.Substring(0, word.Length - 1) : word)));
        }
    }

    /// <summary>Names as they are used against names as they are declared. A name that is declared in several ways may be written in any of them.</summary>
    internal static IEnumerable<Diagnostic> SpelledOtherwise(Compilation compilation)
    {
        if (compilation.HasErrors)
        {
            yield break;
        }

        ILookup<string, Symbol> declared = compilation.Guides.SelectMany(Declared).ToLookup(symbol => Names.Key(symbol.Name), StringComparer.Ordinal);
        foreach (SyntaxTree tree in compilation.Trees)
        {
            foreach (NameSyntax name in tree.Declarations.SelectMany(declaration => declaration.Clauses).SelectMany(NamesIn))
            {
                Symbol[] symbols = [.. declared[Names.Key(name.Text)]];
                if (symbols.Length > 0 && !symbols.Any(symbol => symbol.Name == name.Text) && symbols.Select(symbol => symbol.Name).Distinct(StringComparer.Ordinal).Count() == 1
                    && string.Equals(tree.Source.ToString(name.Span), name.Text, StringComparison.Ordinal))
                {
                    yield return DiagnosticCatalogue.SpelledOtherwise(new Location(tree.Source, name.Span), name.Text, symbols[0].Name, symbols[0].Location);
                }
            }
        }
    }

    // What a field, a member or a division is called there is its declaration; a locator is no name.
    private static IEnumerable<NameSyntax> NamesIn(SyntaxNode node) => node switch
    {
        NameSyntax name => [name],
        ReferenceSyntax reference => [reference.Code],
        FieldSyntax field => NamesIn(field.Type),
        TypeSyntax { Name: { } type } => DeclarationBinder.BuiltInType(type.Text) is null ? [type] : [],
        MemberSyntax or DivisionSyntax => [],
        _ => node.Children.SelectMany(NamesIn),
    };

    private static IEnumerable<Symbol> Declared(RulesModel model) => new IEnumerable<Symbol>[]
    {
        [model.Guide], model.Libraries, model.Sources, model.Terms, model.Choices, model.Choices.SelectMany(choice => choice.Members), model.Formats, model.Calendars,
        model.Records, model.Records.SelectMany(record => record.Fields), [model.Facts], model.Facts.Fields, model.Parameters, model.Definitions, model.Requirements, model.Readings,
        model.Timelines, model.Disclaimers, model.Contacts,
    }.SelectMany(symbols => symbols);
}
