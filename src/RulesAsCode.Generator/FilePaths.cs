namespace RulesAsCode.Generator;

/// <summary>Paths as texts, with <c>/</c> between folders: a generator may not ask the file system.</summary>
internal static class FilePaths
{
    /// <summary>The last part of a path, whichever separators it has.</summary>
    internal static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>The path of a folder with <c>/</c> between folders and at its end; nothing for nothing.</summary>
    internal static string AsFolder(string path)
    {
        path = path.Replace('\\', '/');
        return path.Length == 0 || path.EndsWith("/", StringComparison.Ordinal) ? path : path + "/";
    }

    /// <summary>A path from a folder, or as it is when it begins at a root, with <c>.</c> and <c>..</c> worked out.</summary>
    internal static string Combine(string folder, string path)
    {
        path = path.Replace('\\', '/');
        string whole = IsRooted(path) ? path : folder + path;
        var parts = new List<string>();
        foreach (string part in whole.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        // A share of a network begins with two.
        string root = whole.StartsWith("//", StringComparison.Ordinal) ? "//" : whole.StartsWith("/", StringComparison.Ordinal) ? "/" : "";
        return root + string.Join("/", parts);
    }

    /// <summary>The deepest folder that holds all files, with <c>/</c> at its end; nothing where they share none.</summary>
    internal static string CommonFolder(IEnumerable<string> paths)
    {
        string? common = null;
        foreach (string path in paths)
        {
            string folder = path.Substring(0, path.LastIndexOf('/') + 1);
            common = common is null ? folder : Shared(common, folder);
        }

        return common ?? "";
    }

    private static bool IsRooted(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':' && char.IsLetter(path[0]));

    private static string Shared(string first, string second)
    {
        int end = 0;
        for (int i = 0; i < first.Length && i < second.Length && first[i] == second[i]; i++)
        {
            if (first[i] == '/')
            {
                end = i + 1;
            }
        }

        return first.Substring(0, end);
    }
}
