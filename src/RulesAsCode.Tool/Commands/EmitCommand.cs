using System.CommandLine;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules emit</c>: what is generated from the rules, a verb below it for each kind.</summary>
internal sealed class EmitCommand : Command
{
    internal EmitCommand(ToolHost host)
        : base("emit", "Prints or writes what is generated from the rules.") => Subcommands.Add(new EmitCSharpCommand(host));
}
