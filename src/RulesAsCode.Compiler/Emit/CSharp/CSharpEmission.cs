using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>
/// The C# of some guides, with what each file was made from: the next emission takes over the files of which nothing has changed. Its text is always what an
/// emission from nothing gives.
/// </summary>
public sealed class CSharpEmission
{
    private readonly ImmutableArray<GuideEmission> _guides;

    private CSharpEmission(ImmutableArray<GuideEmission> guides)
    {
        _guides = guides;
        EmittedFile[] files = [.. guides.SelectMany(guide => guide.Files)];
        Files = [.. files.Zip(HintNames.Unique(files.Select(file => file.HintName)), (file, name) => file.HintName == name ? file : file with { HintName = name })];
    }

    /// <summary>A file for each rule file that yields code, and one more a guide; no two have one name, whatever the case of its letters.</summary>
    public ImmutableArray<EmittedFile> Files { get; }

    /// <summary>How many files were emitted, and not taken over.</summary>
    internal int FilesEmitted => _guides.Sum(guide => guide.FilesEmitted);

    /// <summary>Emits guides.</summary>
    /// <param name="models">Finished models of one compilation, in its order.</param>
    /// <param name="options">How they are emitted.</param>
    /// <param name="before">An earlier emission to take over from; null emits everything.</param>
    /// <param name="cancellationToken">Stops the work between two files.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static CSharpEmission Of(IEnumerable<RulesModel> models, CSharpEmitOptions options, CSharpEmission? before = null, CancellationToken cancellationToken = default) =>
        new([.. models.Select(model => GuideEmission.Of(
            model, options, before?._guides.FirstOrDefault(guide => guide.Name == model.Guide.Name), cancellationToken))]);
}
