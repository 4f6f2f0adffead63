using System.Collections.Immutable;
using System.CommandLine;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Emit.CSharp;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Publishing;
using RulesAsCode.Tool.Loading;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary>
/// <c>rules emit csharp</c>: the C# that the source generator gives a project with these rules, file by file. Only the paths of <c>#line</c>
/// differ: here they are the rule files' own, relative ones.
/// </summary>
internal sealed class EmitCSharpCommand : Verb
{
    private readonly Argument<string[]> _paths = PathArgument();

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the files into this folder instead of printing them. Other files in it are left alone.",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _namespace = new("--namespace")
    {
        Description = "What stands before the guide's name in the namespace of a guide that names none, as a project's RootNamespace does.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _guide = GuideOption("Emit this guide alone. Default: every guide");

    internal EmitCSharpCommand(ToolHost host)
        : base(host, "csharp", "Prints the C# validators that the source generator makes from the rules, or writes them into a folder.")
    {
        Arguments.Add(_paths);
        Options.Add(_output);
        Options.Add(_namespace);
        Options.Add(_guide);
    }

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules emit csharp rules/ --namespace My.Company", "prints the validators, the namespaces below My.Company"),
        ("rules emit csharp --guide \"My Guide\" --output generated/", "writes those of one guide, a file for each rule file"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Usage, ExitCode.DoesNotCompile, ExitCode.Bug];

    protected override int Run(ParseResult arguments)
    {
        bool isJson = IsJson(arguments);
        string? rootNamespace = arguments.GetValue(_namespace);
        if (rootNamespace is not null && !CSharpEmitOptions.IsNamespace(rootNamespace))
        {
            throw new UsageException($"--namespace takes a namespace of C# such as My.Company, not '{rootNamespace}'.");
        }

        string[] paths = PathsOf(arguments, _paths);
        Compilation compilation = Compile(paths, tellTime: false);
        if (compilation.HasErrors)
        {
            WriteDiagnostics(compilation, isJson);
            return ExitCode.DoesNotCompile;
        }

        IReadOnlyList<RulesModel> guides = GuidesOf(compilation, paths);
        if (arguments.GetValue(_guide) is { } name)
        {
            guides = [NearestName.Find(guides, guide => guide.Guide.Name, name, "guide")];
        }

        ImmutableArray<EmittedFile> files = CSharpEmitter.Emit(guides, new CSharpEmitOptions(rootNamespace, LineDirectives: true));
        if (arguments.GetValue(_output) is { } folder)
        {
            WriteFiles(folder, [.. files.Select(file => new PublishedFile(file.HintName, file.Text))], "wrote");
            Say(folder, files, isJson);
        }
        else
        {
            Print(files, isJson);
        }

        return ExitCode.Done;
    }

    private void Print(ImmutableArray<EmittedFile> files, bool isJson)
    {
        if (isJson)
        {
            JsonText.Write(Host.Output, json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("files");
                foreach (EmittedFile file in files)
                {
                    json.WriteStartObject();
                    json.WriteString("path", file.HintName);
                    json.WriteString("text", file.Text);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        // One after another they are one file that compiles.
        foreach (EmittedFile file in files)
        {
            Host.Output.WriteLine(Host.Palette.Strong("// " + file.HintName));
            Host.Output.Write(file.Text);
        }
    }

    private void Say(string folder, ImmutableArray<EmittedFile> files, bool isJson)
    {
        if (isJson)
        {
            JsonText.Write(Host.Output, json =>
            {
                json.WriteStartObject();
                json.WriteString("output", folder);
                json.WriteStrings("files", files.Select(file => file.HintName));
                json.WriteEndObject();
            });
            return;
        }

        Host.Output.WriteLine(Written(folder, [.. files.Select(file => file.HintName)]));
    }
}
