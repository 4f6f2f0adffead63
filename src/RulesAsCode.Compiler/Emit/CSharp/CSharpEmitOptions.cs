namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>How C# is emitted.</summary>
/// <param name="RootNamespace">The namespace of a guide that names none: this and the guide's name. Null: the guide's name alone.</param>
/// <param name="LineDirectives">Whether <c>#line</c> directives map conditions to their rule files.</param>
/// <param name="MapPath">Makes the path of a rule file into the one that <c>#line</c> shows; null leaves it as it is.</param>
public sealed record CSharpEmitOptions(string? RootNamespace = null, bool LineDirectives = false, Func<string, string>? MapPath = null)
{
    /// <summary>The path that <c>#line</c> shows for a rule file; null where nothing is mapped.</summary>
    internal string? LinePathOf(string path) => LineDirectives ? MapPath?.Invoke(path) ?? path : null;

    /// <summary>Whether a text is a namespace: names of C# with points between them.</summary>
    public static bool IsNamespace(string text) => text.Length > 0 && CSharpText.Namespace(text) == text;
}

/// <summary>One file of generated C#.</summary>
/// <param name="HintName">The rule file's path below the folder common to all, and <c>.g.cs</c>.</param>
/// <param name="Text">The source, its lines ended by <c>\n</c>.</param>
public sealed record EmittedFile(string HintName, string Text);
