using RulesAsCode.Publishing;

namespace RulesAsCode.Tool.Output;

/// <summary>Folders of results.</summary>
internal static class Folders
{
    /// <summary>Writes files below a folder that the user named.</summary>
    /// <returns>How many files are new or have changed.</returns>
    /// <exception cref="UsageException">It cannot be written.</exception>
    internal static int Write(ToolHost host, string folder, IEnumerable<PublishedFile> files)
    {
        try
        {
            return FileWriter.Write(host.FullPath(folder), files);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder '{folder}' cannot be written: {problem.Message.ReplaceLineEndings(" ")}");
        }
    }
}
