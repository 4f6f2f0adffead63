using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>
/// Emits a guide as C#: records for its facts, and a class that validates them. A file for each rule file that yields code, which depends on
/// that file and on the names and types it uses, and one more for what there is once.
/// </summary>
public static class CSharpEmitter
{
    /// <summary>The C# of several guides, their files named so that no two have one name, whatever the case of its letters.</summary>
    /// <param name="models">Finished models of one compilation, in its order.</param>
    /// <param name="options">How they are emitted.</param>
    /// <param name="cancellationToken">Stops the work between two files.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ImmutableArray<EmittedFile> Emit(IEnumerable<RulesModel> models, CSharpEmitOptions options, CancellationToken cancellationToken = default)
    {
        EmittedFile[] files = [.. models.SelectMany(model => Emit(model, options, cancellationToken))];
        return [.. files.Zip(HintNames.Unique(files.Select(file => file.HintName)), (file, name) => file with { HintName = name })];
    }

    /// <summary>The C# of a guide. The same model and options give the same text.</summary>
    /// <param name="model">A finished model.</param>
    /// <param name="options">How it is emitted.</param>
    /// <param name="cancellationToken">Stops the work between two files.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ImmutableArray<EmittedFile> Emit(RulesModel model, CSharpEmitOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var names = new CSharpNames(model, options);
        var types = new CSharpTypes(names);
        var facts = new FactsEmitter(names, types);
        HashSet<Definition> memoised = UsedMoreThanOnce(model);
        string root = CommonFolder([.. Declared(model).Select(symbol => symbol.Location.Source.Path).Append(model.Guide.Location.Source.Path)]);
        var files = ImmutableArray.CreateBuilder<EmittedFile>();
        var programs = new Dictionary<Requirement, string>();
        foreach (IGrouping<string, Symbol> file in Declared(model).GroupBy(symbol => symbol.Location.Source.Path, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string path = file.Key.Substring(root.Length);
            string numbers = names.Members.Take("NumbersOf" + Identifiers.ToPascalCase(path.EndsWith(".rules", StringComparison.Ordinal) ? path.Substring(0, path.Length - 6) : path), "");
            var expressions = new ExpressionEmitter(model, names, types, options, numbers);
            var definitions = new DefinitionEmitter(model, names, types, expressions);
            var requirements = new RequirementEmitter(model, names, expressions);
            CodeWriter writer = Begin(file.Key.Substring(root.Length), names);
            foreach (Symbol symbol in file)
            {
                switch (symbol)
                {
                    case Choice choice:
                        facts.WriteChoice(writer, choice);
                        break;
                    case Record record:
                        facts.WriteRecord(writer, record);
                        break;
                }
            }

            writer.Gap();
            writer.Open("public static partial class " + names.Ruleset);
            foreach (Symbol symbol in file)
            {
                switch (symbol)
                {
                    case Choice choice:
                        facts.WriteMemberNames(writer, choice);
                        break;
                    case Record record:
                        facts.WriteSubject(writer, record, model.Definitions.Where(definition =>
                            memoised.Contains(definition) && ReferenceEquals(definition.Element?.Record ?? model.Facts, record)));
                        break;
                    case Parameter parameter:
                        definitions.WriteParameter(writer, parameter);
                        break;
                    case Definition definition:
                        definitions.Write(writer, definition, memoised.Contains(definition));
                        definitions.WriteSteps(writer, definition);
                        break;
                    case Requirement requirement:
                        requirements.Write(writer, requirement);
                        programs.Add(requirement, requirements.Programs[requirements.Programs.Count - 1]);
                        break;
                }
            }

            expressions.WriteConstants(writer);
            writer.Close();
            files.Add(End(path + ".g.cs", writer));
        }

        string guide = model.Guide.Location.Source.Path.Substring(root.Length);
        CodeWriter whole = Begin(guide, names);
        var ruleset = new RulesetEmitter(model, names);
        whole.Doc("summary", model.Guide.Title + ".");
        whole.Line(FactsEmitter.GeneratedCode);
        whole.Open("public static partial class " + names.Ruleset);
        ruleset.WriteMembers(whole, [.. model.Requirements.Select(requirement => programs[requirement])]);
        whole.Close();
        ruleset.WriteResult(whole);
        files.Add(End((guide.EndsWith(".rules", StringComparison.Ordinal) ? guide.Substring(0, guide.Length - 6) : guide) + ".ruleset.g.cs", whole));
        return files.ToImmutable();
    }

    private static CodeWriter Begin(string path, CSharpNames names)
    {
        var writer = new CodeWriter();
        writer.Line("// <auto-generated>\n// From " + CSharpText.Comment(path) + " by RulesAsCode. Change the rules, not this file.\n// </auto-generated>\n#nullable enable\n");
        writer.Open("namespace " + names.Namespace);
        return writer;
    }

    private static EmittedFile End(string hintName, CodeWriter writer)
    {
        writer.Close();
        return new EmittedFile(hintName, writer.ToString());
    }

    /// <summary>What yields code, in the order in which it is written.</summary>
    private static IEnumerable<Symbol> Declared(RulesModel model) =>
        model.Choices.Cast<Symbol>().Concat(CSharpNames.Records(model)).Concat(model.Parameters).Concat(model.Definitions).Concat(model.Requirements);

    /// <summary>Definitions that more than one place uses; the others are computed once anyhow.</summary>
    private static HashSet<Definition> UsedMoreThanOnce(RulesModel model)
    {
        var once = new HashSet<Definition>();
        var more = new HashSet<Definition>();
        foreach (Expression expression in Expressions(model).SelectMany(expression => expression.DescendantsAndSelf()))
        {
            if (expression is DefinitionExpression { Definition: var definition } && !once.Add(definition))
            {
                more.Add(definition);
            }
        }

        return more;
    }

    private static IEnumerable<Expression> Expressions(RulesModel model)
    {
        foreach (DefinitionCase @case in model.Definitions.SelectMany(definition => definition.Cases))
        {
            if (@case.Condition is not null)
            {
                yield return @case.Condition;
            }

            yield return @case.Value;
        }

        foreach (Requirement requirement in model.Requirements)
        {
            IEnumerable<Expression> clauses = requirement.Criteria.Select(criterion => criterion.Condition)
                .Concat(requirement.Exceptions.Concat(requirement.Criteria.SelectMany(criterion => criterion.Exceptions)).SelectMany(Conditions));
            foreach (Expression clause in clauses)
            {
                yield return clause;
            }

            if (requirement.AppliesWhen is { } appliesWhen)
            {
                yield return appliesWhen.Condition;
            }

            if (requirement.Element?.List is { } list)
            {
                // The verdict and the report each ask for the list.
                yield return list;
                yield return list;
            }
        }
    }

    private static IEnumerable<Expression> Conditions(ExceptionClause exception) => exception.Exceptions.SelectMany(Conditions).Prepend(exception.Condition);

    private static string CommonFolder(IReadOnlyList<string> paths)
    {
        string common = paths[0].Substring(0, paths[0].LastIndexOf('/') + 1);
        while (!paths.All(path => path.StartsWith(common, StringComparison.Ordinal)))
        {
            common = common.Substring(0, common.TrimEnd('/').LastIndexOf('/') + 1);
        }

        return common;
    }
}
