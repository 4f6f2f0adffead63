namespace RulesAsCode.Generator.Model;

/// <summary>The deepest folder that holds all rule files of a project. Below it they have the same names on every machine.</summary>
/// <param name="ProjectFolder">What paths count from that begin at no root, with <c>/</c> at its end.</param>
/// <param name="Path">The folder with <c>/</c> at its end; empty where the files share none.</param>
internal sealed record RuleFolder(string ProjectFolder, string Path)
{
    internal static RuleFolder Of(IEnumerable<string> hostPaths, string projectFolder) =>
        new(projectFolder, FilePaths.CommonFolder(hostPaths.Select(path => FilePaths.Combine(projectFolder, path))));

    /// <summary>The name of a rule file below the folder.</summary>
    internal string NameOf(string hostPath) => FilePaths.Combine(ProjectFolder, hostPath).Substring(Path.Length);

    /// <summary>The name of a file below the folder; of one elsewhere, its name alone.</summary>
    internal string NameOrFileName(string hostPath) =>
        FilePaths.Combine(ProjectFolder, hostPath) is var full && full.StartsWith(Path, StringComparison.Ordinal) ? full.Substring(Path.Length) : FilePaths.NameOf(full);

    /// <summary>The full path of what is named from the folder.</summary>
    internal string FullPathOf(string name) => FilePaths.Combine(Path, name);
}
