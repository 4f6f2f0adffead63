using System.Collections.Immutable;
using System.CommandLine;
using RulesAsCode.Publishing;
using RulesAsCode.Tool.Output;
using RulesAsCode.Tool.Starter;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules new</c>: a small guide that works, in a folder of its own, to learn from and to change.</summary>
internal sealed class NewCommand : Verb
{
    private readonly Argument<string> _name = WithoutOptions(new Argument<string>("NAME")
    {
        Description = "What the guide is called: a few words, such as \"Hall Hire\".",
    });

    private readonly Option<string?> _title = new("--title") { Description = "The title of the guide. Default: that of the starter.", HelpName = "TITLE" };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The new folder. Default: a folder with the guide's name under rules/.",
        HelpName = "FOLDER",
    };

    internal NewCommand(ToolHost host)
        : base(host, "new", "Writes a starter guide into a new folder: it builds at once, and its remarks say how rules are written.")
    {
        Arguments.Add(_name);
        Options.Add(_title);
        Options.Add(_output);
    }

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules new \"Hall Hire\"", "writes a guide called Hall Hire into rules/hall-hire/"),
        ("rules new \"Dog Licence\" --title \"Keeping a dog\" --output dogs", "the same with a title, into another folder"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Usage, ExitCode.Bug];

    protected override int Run(ParseResult arguments)
    {
        string name = arguments.GetValue(_name)!;
        ImmutableArray<PublishedFile> files = StarterGuide.Create(name, arguments.GetValue(_title));
        string folder = arguments.GetValue(_output) is { } given ? given.Replace('\\', '/').TrimEnd('/') : DefaultRules + "/" + FolderName(name);
        Write(folder, files);
        if (IsJson(arguments))
        {
            JsonText.Write(Host.Output, json =>
            {
                json.WriteStartObject();
                json.WriteString("output", folder);
                json.WriteStrings("files", files.Select(file => file.Path));
                json.WriteEndObject();
            });
        }
        else
        {
            string shown = folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder;
            Host.Output.WriteLine($"{Words.Count(files.Length, "file")} written to {folder}: {Words.List([.. files.Select(file => file.Path)])}.");
            Host.Output.WriteLine($"Read main.rules from the top and make it yours; 'rules check {shown}' after each change, 'rules test {shown}' for the examples.");
        }

        return ExitCode.Done;
    }

    private void Write(string folder, ImmutableArray<PublishedFile> files)
    {
        string fullPath = Host.FullPath(folder);
        try
        {
            if (File.Exists(fullPath) || (Directory.Exists(fullPath) && Directory.EnumerateFileSystemEntries(fullPath).Any()))
            {
                throw new UsageException($"'{folder}' is there already. Nothing was written; choose another name, or a new folder with --output.");
            }

            FileWriter.Write(fullPath, files);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder '{folder}' cannot be written: {problem.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>The name in small letters, with hyphens between its words.</summary>
    private static string FolderName(string name)
    {
        string letters = string.Concat(name.Normalize().ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        return string.Join('-', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
