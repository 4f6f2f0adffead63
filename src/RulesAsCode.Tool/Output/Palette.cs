namespace RulesAsCode.Tool.Output;

/// <summary>Colours for a terminal; without them every text passes unchanged.</summary>
/// <param name="colour">Whether there are colours.</param>
/// <param name="isPlain">Whether signs that only draw something are left out, for who has the text read out.</param>
public sealed class Palette(bool colour, bool isPlain = false)
{
    /// <summary>Text that is only words.</summary>
    internal static Palette Plain { get; } = new(colour: false, isPlain: true);

    internal bool IsPlain => isPlain;

    /// <summary>
    /// Whether results are coloured: on a terminal that is not <c>dumb</c>, unless <c>NO_COLOR</c> is set to anything but nothing.
    /// </summary>
    public static bool IsWanted(bool isTerminal, Func<string, string?> environmentVariable) =>
        isTerminal && string.IsNullOrEmpty(environmentVariable("NO_COLOR")) && environmentVariable("TERM") != "dumb";

    internal string Strong(string text) => In("1", text);

    internal string Faint(string text) => In("2", text);

    internal string Red(string text) => In("1;31", text);

    internal string Yellow(string text) => In("1;33", text);

    internal string Green(string text) => In("1;32", text);

    internal string Blue(string text) => In("1;34", text);

    private string In(string code, string text) => colour && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
