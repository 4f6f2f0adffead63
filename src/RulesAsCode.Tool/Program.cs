using System.Text;
using RulesAsCode.Tool;
using RulesAsCode.Tool.Output;

// The raw streams, so that nothing wraps, colours or re-encodes a result: UTF-8 without a mark, lines ended by \n.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
{
    Console.OutputEncoding = utf8;
}

using var input = new StreamReader(Console.OpenStandardInput(), utf8);
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
bool colour = Palette.IsWanted(!Console.IsOutputRedirected, Environment.GetEnvironmentVariable);

return RulesTool.Run(args, input, output, error, Environment.CurrentDirectory, () => DateOnly.FromDateTime(DateTime.Now), colour, UntilInterrupted, Environment.GetEnvironmentVariable);

static CancellationToken UntilInterrupted()
{
    var end = new CancellationTokenSource();
    Console.CancelKeyPress += (_, key) =>
    {
        key.Cancel = true;
        end.Cancel();
    };
    return end.Token;
}
