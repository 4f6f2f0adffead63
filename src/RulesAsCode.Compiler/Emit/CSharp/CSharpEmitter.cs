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
    public static ImmutableArray<EmittedFile> Emit(IEnumerable<RulesModel> models, CSharpEmitOptions options, CancellationToken cancellationToken = default) =>
        CSharpEmission.Of(models, options, before: null, cancellationToken).Files;

    /// <summary>The C# of a guide. The same model and options give the same text.</summary>
    /// <param name="model">A finished model.</param>
    /// <param name="options">How it is emitted.</param>
    /// <param name="cancellationToken">Stops the work between two files.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ImmutableArray<EmittedFile> Emit(RulesModel model, CSharpEmitOptions options, CancellationToken cancellationToken = default) =>
        Emit([model], options, cancellationToken);
}
