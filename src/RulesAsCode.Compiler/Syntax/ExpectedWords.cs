namespace RulesAsCode.Compiler.Syntax;

/// <summary>How messages call what the grammar looks for, where the message depends on it.</summary>
internal static class ExpectedWords
{
    public const string Is = "'is' or 'are'";
    public const string Name = "a name";
    public const string QuotedText = "a text in double quotes";
    public const string Length = "a length such as 5 working days";
    public const string Comma = "a comma";
    public const string ClosingBracket = "a closing bracket";
    public const string EndOfLine = "the end of the line";
}
