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

    private static readonly ImmutableArray<(string Front, string Back, double Least)> Pairs =
    [
        ("text", "page", TextContrast), ("text", "panel", TextContrast), ("muted", "page", TextContrast), ("muted", "panel", TextContrast),
        ("link", "page", TextContrast), ("link", "panel", TextContrast), ("visited", "page", TextContrast), ("visited", "panel", TextContrast),
        ("on-accent", "accent", TextContrast), ("warn", "page", TextContrast), ("warn", "warn-panel", TextContrast),
        ("focus", "page", ShapeContrast), ("bar", "page", ShapeContrast),
    ];

    private static readonly string OurSheet = TemplateLibrary.ReadResource("Site/site.css");

    /// <summary>The colours of our style sheet, in its order. Both schemes have all of them.</summary>
    private static readonly ImmutableArray<string> Names = [.. SheetColours.Of(OurSheet, "light").Keys];

    private readonly ImmutableArray<ImmutableArray<(string Name, string Value)>> _changed;

    private SiteColours(ImmutableArray<ImmutableArray<(string Name, string Value)>> changed) => _changed = changed;

    public static IEnumerable<string> Keys => SheetColours.Schemes.SelectMany(scheme => Names.Select(name => scheme + " " + name));

    /// <param name="source">The settings.</param>
    /// <param name="settings">Each with its line.</param>
    /// <param name="sheet">The style sheet in the place of ours, or null.</param>
    /// <exception cref="PublishingException">A colour is not written as one, or a pair cannot be told apart.</exception>
    public static SiteColours Read(SourceText? source, IReadOnlyDictionary<string, (string Value, int Line)> settings, SourceText? sheet)
    {
        var changed = ImmutableArray.CreateBuilder<ImmutableArray<(string, string)>>();
        foreach (string scheme in SheetColours.Schemes)
        {
            string Key(string name) => scheme + " " + name;
            IReadOnlyDictionary<string, (string Value, int Place)> written = SheetColours.Of(sheet?.Text ?? OurSheet, scheme);
            var colours = written.ToDictionary(colour => colour.Key, colour => colour.Value.Value, StringComparer.Ordinal);
            string[] set = [.. Names.Where(name => settings.ContainsKey(Key(name)))];
            foreach (string name in set)
            {
                (string value, int line) = settings[Key(name)];
                colours[name] = Colour().IsMatch(value) ? value.ToLowerInvariant()
                    : throw Problem.At(source!, line, $"'{value}' is no colour. Write # and six hexadecimal digits, such as {SheetColours.Of(OurSheet, scheme)[name].Value}.");
            }

            foreach ((string front, string back, double least) in Pairs.Where(pair => colours.ContainsKey(pair.Front) && colours.ContainsKey(pair.Back)))
            {
                double contrast = Contrast(colours[front], colours[back]);
                if (contrast >= least)
                {
                    continue;
                }

                string numbers = string.Create(CultureInfo.InvariantCulture, $"has a contrast of {Math.Floor(contrast * 100) / 100:0.00}:1, and needs {least:0.0}:1");
                if (set.Contains(front) || set.Contains(back))
                {
                    string blamed = set.Contains(front) ? front : back;
                    string other = blamed == front ? back : front;
                    string way = Luminance(colours[other]) > Luminance(colours[blamed]) ? "darker" : "lighter";
                    throw Problem.At(
                        source!, settings[Key(blamed)].Line,
                        $"'{Key(front)}' {colours[front]} on '{Key(back)}' {colours[back]} {numbers}. Make '{Key(blamed)}' {way}, or set '{Key(other)}' too.");
                }

                throw Problem.At(
                    sheet!, sheet!.GetPosition(written[front].Place).Line + 1,
                    $"In the {scheme} scheme '--{front}' {colours[front]} on '--{back}' {colours[back]} {numbers}. Change one of the two.");
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
            css.Append("@media screen and (prefers-color-scheme: ").Append(SheetColours.Schemes[index]).Append(") {\n  :root {\n");
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

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();
}
