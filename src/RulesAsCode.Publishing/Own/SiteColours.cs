using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Publishing.Rendering;

namespace RulesAsCode.Publishing.Own;

/// <summary>The publisher's colours for light and dark: <c>light link: #11508f</c>. Those left out are the style sheet's, and every pair can be read.</summary>
internal sealed partial class SiteColours
{
    /// <summary>WCAG 2.2, 1.4.3 for text and 1.4.11 for what is no text.</summary>
    private const double TextContrast = 4.5;
    private const double ShapeContrast = 3;

    private static readonly ImmutableArray<string> Schemes = ["light", "dark"];

    private static readonly ImmutableArray<(string Front, string Back, double Least)> Pairs =
    [
        ("text", "page", TextContrast), ("text", "panel", TextContrast), ("muted", "page", TextContrast), ("muted", "panel", TextContrast),
        ("link", "page", TextContrast), ("link", "panel", TextContrast), ("visited", "page", TextContrast), ("visited", "panel", TextContrast),
        ("on-accent", "accent", TextContrast), ("warn", "page", TextContrast), ("warn", "warn-panel", TextContrast),
        ("focus", "page", ShapeContrast), ("bar", "page", ShapeContrast),
    ];

    /// <summary>For each scheme the colours of our style sheet, in its order.</summary>
    private static readonly ImmutableArray<ImmutableArray<(string Name, string Value)>> Sheet = ReadSheet();

    private readonly ImmutableArray<ImmutableArray<(string Name, string Value)>> _changed;

    private SiteColours(ImmutableArray<ImmutableArray<(string Name, string Value)>> changed) => _changed = changed;

    public static SiteColours None { get; } = new([[], []]);

    public static IEnumerable<string> Keys => Schemes.SelectMany((scheme, index) => Sheet[index].Select(colour => scheme + " " + colour.Name));

    /// <exception cref="PublishingException">A colour is not written as one, or a pair cannot be told apart.</exception>
    public static SiteColours Read(SourceText source, IReadOnlyDictionary<string, (string Value, int Line)> settings)
    {
        var changed = ImmutableArray.CreateBuilder<ImmutableArray<(string, string)>>();
        foreach ((int index, string scheme) in Schemes.Index())
        {
            string Key(string name) => scheme + " " + name;
            var colours = Sheet[index].ToDictionary(colour => colour.Name, colour => colour.Value, StringComparer.Ordinal);
            string[] set = [.. Sheet[index].Select(colour => colour.Name).Where(name => settings.ContainsKey(Key(name)))];
            foreach (string name in set)
            {
                (string value, int line) = settings[Key(name)];
                colours[name] = Colour().IsMatch(value) ? value.ToLowerInvariant()
                    : throw Problem.At(source, line, $"'{value}' is no colour. Write # and six hexadecimal digits, such as {colours[name]}.");
            }

            foreach ((string front, string back, double least) in Pairs.Where(pair => set.Contains(pair.Front) || set.Contains(pair.Back)))
            {
                double contrast = Contrast(colours[front], colours[back]);
                if (contrast < least)
                {
                    string blamed = set.Contains(front) ? front : back;
                    string other = blamed == front ? back : front;
                    string way = Luminance(colours[other]) > Luminance(colours[blamed]) ? "darker" : "lighter";
                    throw Problem.At(
                        source, settings[Key(blamed)].Line,
                        string.Create(CultureInfo.InvariantCulture, $"'{Key(front)}' {colours[front]} on '{Key(back)}' {colours[back]} has a contrast of {Math.Floor(contrast * 100) / 100:0.00}:1, and needs {least:0.0}:1. Make '{Key(blamed)}' {way}, or set '{Key(other)}' too."));
                }
            }

            changed.Add([.. set.Select(name => (name, colours[name]))]);
        }

        return new SiteColours(changed.ToImmutable());
    }

    /// <summary>What the style sheet says beside its own, or nothing. Not for paper, whose colours are ink.</summary>
    public string Css()
    {
        var css = new StringBuilder();
        foreach ((int index, ImmutableArray<(string Name, string Value)> colours) in _changed.Index().Where(scheme => !scheme.Item.IsEmpty))
        {
            css.Append("@media screen and (prefers-color-scheme: ").Append(Schemes[index]).Append(") {\n  :root {\n");
            foreach ((string name, string value) in colours)
            {
                css.Append("    --").Append(name).Append(": ").Append(value).Append(";\n");
            }

            css.Append("  }\n}\n");
        }

        return css.ToString();
    }

    /// <summary>The ratio of WCAG, from 1 to 21.</summary>
    internal static double Contrast(string first, string second)
    {
        double a = Luminance(first);
        double b = Luminance(second);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        // Three digits stand for six.
        string digits = colour.Length == 4 ? string.Concat(colour[1..].Select(digit => new string(digit, 2))) : colour[1..];
        double Channel(int index)
        {
            double value = int.Parse(digits.AsSpan(index * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(1)) + (0.0722 * Channel(2));
    }

    private static ImmutableArray<ImmutableArray<(string, string)>> ReadSheet() =>
    [
        .. Root().Matches(TemplateLibrary.ReadResource("Site/site.css")).Take(Schemes.Length).Select(root =>
            Variable().Matches(root.Value).Select(variable => (variable.Groups[1].Value, variable.Groups[2].Value)).ToImmutableArray()),
    ];

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();

    [GeneratedRegex(":root \\{[^}]*\\}")]
    private static partial Regex Root();

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]+);")]
    private static partial Regex Variable();
}
