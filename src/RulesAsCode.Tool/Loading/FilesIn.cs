using System.IO.Enumeration;

namespace RulesAsCode.Tool.Loading;

/// <summary>The files of a folder and the folders below it, as a person means them.</summary>
internal static class FilesIn
{
    /// <summary>Not through links, which may lead round in a circle or out of the folder, and nothing that is hidden by a dot.</summary>
    internal static IEnumerable<string> Folder(string folder) =>
        new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.FileName[0] != '.' && !entry.FileName.EndsWith("~") && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0 && entry.FileName[0] != '.',
        };
}
