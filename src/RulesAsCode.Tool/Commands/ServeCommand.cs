using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Publishing;
using RulesAsCode.Tool.Output;
using RulesAsCode.Tool.Serving;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules serve</c>: the site in a browser while the rules are written; nothing is written to the disk.</summary>
internal sealed class ServeCommand : Verb
{
    private const int DefaultPort = 8000;

    private readonly Argument<string[]> _paths = PathArgument();

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port to serve on; 0 for one that is free.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => DefaultPort,
    };

    private Compilation? _last;

    internal ServeCommand(ToolHost host)
        : base(host, "serve", "Shows the website to this machine alone, and builds it again whenever the rules change. Ctrl-C ends it; nothing is written.")
    {
        _port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out int port) && port is >= 0 and <= 65535))
            {
                result.AddError($"--port takes a number from 0 to 65535, not '{token.Value}'.");
            }
        });
        Arguments.Add(_paths);
        Options.Add(_port);
    }

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules serve", $"serves the guide of rules/ at http://127.0.0.1:{DefaultPort}/"),
        ("rules serve rules/ --port 0", "the same at a port that is free, which is printed"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Usage, ExitCode.Bug];

    internal override string MeaningOfDone => "ended with Ctrl-C";

    protected override int Run(ParseResult arguments)
    {
        string[] paths = PathsOf(arguments, _paths);
        string[] watched = [.. paths.Select(Host.FullPath)];
        if (paths.FirstOrDefault(path => !Path.Exists(Host.FullPath(path))) is { } missing)
        {
            throw new UsageException($"There is no file or folder '{missing}'.");
        }

        CancellationToken end = Host.UntilInterrupted();
        using SiteServer server = SiteServer.Start(arguments.GetValue(_port));

        // What changes while a build runs is seen after it.
        var watch = new Watch(watched);
        Shown shown = Build(paths, server.Address, Shown.Nothing);
        server.Show(shown);
        Announce(server.Address, IsJson(arguments));
        while (watch.WaitForChange(end))
        {
            shown = Build(paths, server.Address, shown);
            server.Show(shown);
        }

        return ExitCode.Done;
    }

    private void Announce(Uri address, bool isJson)
    {
        if (isJson)
        {
            JsonText.Write(Host.Output, json =>
            {
                json.WriteStartObject();
                json.WriteKind("serve");
                json.WriteString("address", address.AbsoluteUri);
                json.WriteEndObject();
            });
        }
        else
        {
            Host.Output.WriteLine($"Serving {address} to this machine. It follows the rules as you save them; Ctrl-C ends it.");
        }

        Host.Output.Flush();
    }

    /// <summary>The site of the rules as they are, or the last one with what is wrong now.</summary>
    private Shown Build(string[] paths, Uri address, Shown last)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            Compilation compilation = Compile(paths, tellTime: false, _last);
            _last = compilation;
            using var problems = new StringWriter { NewLine = "\n" };
            if (compilation.HasErrors)
            {
                DiagnosticText.Write(problems, compilation.Diagnostics, compilation.Trees.Length, new Palette(false));
                return Broken(problems.ToString());
            }

            IReadOnlyList<RulesModel> guides = GuidesOf(compilation, paths);
            ExampleReport report = ExampleReport.Run(Host, guides);
            if (report.HasFailures)
            {
                report.WriteText(problems, new Palette(false));
                return Broken(problems.ToString());
            }

            ImmutableArray<PublishedFile> files = FilesOf(guides, folder => new Uri(address, folder));
            Host.Progress("built the site", Stopwatch.GetElapsedTime(start));
            return Shown.Of(files, [.. guides.Select(guide => (guide.Guide.Title, FolderOf(guide, guides)))]);
        }
        catch (Exception problem) when (problem is PublishingException or UsageException)
        {
            return Broken(problem.Message + "\n");
        }

        Shown Broken(string problem)
        {
            Host.Error.Write(problem);
            return last.With(problem);
        }
    }
}
