using System.Collections.Immutable;
using System.CommandLine;
using RulesAsCode.Publishing;
using RulesAsCode.Publishing.Language;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules reference</c>: writes the language reference of this version of the tool.</summary>
internal sealed class ReferenceCommand : Verb
{
    private const string DefaultOutput = BuildCommand.DefaultOutput + "/" + LanguageReference.Folder;

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The folder for the reference.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => DefaultOutput,
    };

    internal ReferenceCommand(ToolHost host)
        : base(host, "reference", "Writes the reference of the language: the core on one page, the whole, and a page for every message.") => Options.Add(_output);

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules reference", $"writes {DefaultOutput}/, which 'rules build' then keeps up to date"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Usage, ExitCode.Bug];

    protected override int Run(ParseResult arguments)
    {
        string folder = arguments.GetValue(_output)!;
        ImmutableArray<PublishedFile> files = LanguageReference.Publish();
        int changed = WriteFiles(folder, files, "published");
        if (IsJson(arguments))
        {
            JsonText.Write(Host.Output, json =>
            {
                json.WriteStartObject();
                json.WriteKind("reference");
                json.WriteString("output", folder);
                json.WriteNumber("files", files.Length);
                json.WriteNumber("changed", changed);
                json.WriteEndObject();
            });
        }
        else
        {
            Host.Output.WriteLine($"{Words.Count(files.Length, "page")} of the language reference in {folder.TrimEnd('/')}: begin with {LanguageReference.IndexPath}.");
        }

        return ExitCode.Done;
    }
}
