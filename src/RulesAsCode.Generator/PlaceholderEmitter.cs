using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
namespace RulesAsCode.Compiler.Emit.CSharp;
public static class CSharpEmitter
{
    public static ImmutableArray<EmittedFile> Emit(RulesModel model, CSharpEmitOptions options, System.Threading.CancellationToken cancellationToken = default) =>
        [.. model.Requirements.GroupBy(r => r.Location.Source.Path).Select(g => new EmittedFile(g.Key + ".g.cs",
            string.Concat(g.Select(r => $"// {r.Name} {r.Location.Start.Line} {(options.LineDirectives ? options.MapPath?.Invoke(g.Key) : "")}\n"))))];
}
public sealed record EmittedFile(string HintName, string Text);
public sealed record CSharpEmitOptions(string? RootNamespace, bool LineDirectives, System.Func<string, string>? MapPath);
