using System.CommandLine;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Tool.Loading;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules explain-code</c>: the page of a diagnostic.</summary>
internal sealed class ExplainCodeCommand : Verb
{
    private readonly Argument<string?> _code = WithoutOptions(new Argument<string?>("CODE")
    {
        Description = "The code of a message, such as RAC2001. Without one, all codes are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    });

    private readonly Option<bool> _guide = new("--guide") { Description = "Print the small guide that the examples of the pages continue." };

    internal ExplainCodeCommand(ToolHost host)
        : base(host, "explain-code", "Says why a message is given, with an example that has it and one that has not.")
    {
        Arguments.Add(_code);
        Options.Add(_guide);
    }

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules explain-code RAC2001", "prints the page of a code"),
        ("rules explain-code", "lists all codes with what they stand for"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Usage, ExitCode.Bug];

    protected override int Run(ParseResult arguments)
    {
        if (arguments.GetValue(_guide))
        {
            Host.Output.Write(PageExample.Prelude);
            return ExitCode.Done;
        }

        if (arguments.GetValue(_code) is not { } code)
        {
            List(IsJson(arguments));
            return ExitCode.Done;
        }

        DiagnosticPage page = DiagnosticPage.Of(NearestName.Find(
            DiagnosticCatalogue.All, descriptor => descriptor.Code, code, "code", "Run 'rules explain-code' to see them all."));
        if (IsJson(arguments))
        {
            JsonText.Write(Host.Output, json => PageJson.Write(json, page));
        }
        else
        {
            PageText.Write(Host.Output, page, Host.Palette);
        }

        return ExitCode.Done;
    }

    private void List(bool isJson)
    {
        if (isJson)
        {
            JsonText.Write(Host.Output, json => PageJson.WriteList(json, DiagnosticCatalogue.All));
            return;
        }

        foreach (DiagnosticDescriptor descriptor in DiagnosticCatalogue.All)
        {
            Host.Output.WriteLine($"{Host.Palette.Strong(descriptor.Code)}  {DiagnosticText.Word(descriptor.Severity),-11}  {descriptor.Title}");
        }
    }
}
