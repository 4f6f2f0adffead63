namespace RulesAsCode.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("rules-consumer-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal string FullPath(string path) => System.IO.Path.Combine(Path, path);

    internal string Read(string path) => File.ReadAllText(FullPath(path));

    internal TemporaryFolder Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FullPath(path))!);
        File.WriteAllText(FullPath(path), text);
        return this;
    }
}
