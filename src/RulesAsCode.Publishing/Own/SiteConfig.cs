using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Publishing.Own;

/// <summary>The settings of a site: lines <c>key: value</c>; a line that begins with <c>#</c> is a remark.</summary>
internal sealed partial class SiteConfig
{
    private const string TitleKey = "title";
    private const string AddressKey = "base address";
    private const string LogoKey = "logo";
    private const string ModelKey = "template model";

    private readonly SourceText? _source;
    private readonly int? _model;

    private SiteConfig(SourceText? source, string? title, Uri? baseAddress, string? logoFile, string? logo, int? model, SiteColours colours)
    {
        _source = source;
        _model = model;
        Title = title;
        BaseAddress = baseAddress;
        LogoFile = logoFile;
        Logo = logo;
        Colours = colours;
    }

    /// <summary>No settings.</summary>
    /// <param name="files">The publisher's files.</param>
    /// <exception cref="PublishingException">The style sheet among them has colours that cannot be told apart.</exception>
    public static SiteConfig Without(IReadOnlyDictionary<string, SourceText> files) => new(
        null, null, null, null, null, null, SiteColours.Read(null, ImmutableDictionary<string, (string, int)>.Empty, files.GetValueOrDefault(PublisherFiles.SheetFile)));

    public static ImmutableArray<string> Keys { get; } = [TitleKey, AddressKey, LogoKey, ModelKey, .. SiteColours.Keys];

    /// <summary>The title of the site; null where the guide's own is meant.</summary>
    public string? Title { get; }

    public Uri? BaseAddress { get; }

    /// <summary>The logo's file in the publisher's folder, and its text.</summary>
    public string? LogoFile { get; }

    public string? Logo { get; }

    public SiteColours Colours { get; }

    /// <exception cref="PublishingException">A line is none of the settings, or its value cannot be.</exception>
    public static SiteConfig Read(SourceText source, IReadOnlyDictionary<string, SourceText> files)
    {
        var settings = new Dictionary<string, (string Value, int Line)>(StringComparer.Ordinal);
        foreach ((int index, string text) in source.Text.Split('\n').Index())
        {
            string line = text.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            int colon = line.IndexOf(':');
            string key = colon < 0 ? line : line[..colon].TrimEnd();
            string value = colon < 0 ? "" : line[(colon + 1)..].Trim();
            int number = index + 1;
            if (colon < 0)
            {
                throw Problem.At(source, number, $"'{key}' is no setting. A line is a key, a colon and a value, such as 'title: Guide for new keepers'.");
            }

            if (!Keys.Contains(key))
            {
                string hint = Spelling.Nearest(key, Keys) is { } nearest ? $"Did you mean '{nearest}'?" : $"There are {string.Join(", ", Keys.Select(known => $"'{known}'"))}.";
                throw Problem.At(source, number, $"There is no setting '{key}'. {hint}");
            }

            if (value.Length == 0)
            {
                throw Problem.At(source, number, $"'{key}' has no value. Write one behind the colon, or take the line out.");
            }

            if (settings.TryGetValue(key, out (string, int Line) before))
            {
                throw Problem.At(source, number, $"'{key}' is set already, on line {before.Line}. Take one of the two out.");
            }

            settings.Add(key, (value, number));
        }

        (string? logoFile, string? logo) = settings.TryGetValue(LogoKey, out (string Value, int Line) written) ? LogoOf(source, written.Value, written.Line, files) : (null, null);
        return new SiteConfig(
            source,
            settings.TryGetValue(TitleKey, out (string Value, int) title) ? title.Value : null,
            settings.TryGetValue(AddressKey, out (string Value, int Line) address) ? AddressOf(source, address.Value, address.Line) : null,
            logoFile,
            logo,
            settings.TryGetValue(ModelKey, out (string Value, int Line) model) ? ModelOf(source, model.Value, model.Line) : null,
            SiteColours.Read(source, settings, files.GetValueOrDefault(PublisherFiles.SheetFile)));
    }

    /// <summary>Templates say which version of the model they were written for, so that a later one is told from a mistake in them.</summary>
    /// <exception cref="PublishingException">The settings do not say it.</exception>
    public void RequireTemplateModel(SourceText template)
    {
        if (_model is null)
        {
            throw Problem.At(_source ?? template, $"Templates need to say what they were written for. Add the line '{ModelKey}: {SitePublisher.TemplateModel}' to {PublisherFiles.ConfigFile}.");
        }
    }

    private static int ModelOf(SourceText source, string value, int line) =>
        value == SitePublisher.TemplateModel.ToString(CultureInfo.InvariantCulture)
            ? SitePublisher.TemplateModel
            : throw Problem.At(source, line, $"Templates for model '{value}' cannot be used: this version of the tool has model {SitePublisher.TemplateModel}. Compare the templates with its description, then write '{ModelKey}: {SitePublisher.TemplateModel}'.");

    private static Uri AddressOf(SourceText source, string value, int line) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" && address.Query.Length == 0 && address.Fragment.Length == 0
            && address.UserInfo.Length == 0 && value.EndsWith('/')
            ? address
            : throw Problem.At(source, line, $"'{value}' is no base address. Write the address of the site's first page, with https:// and a / at its end, such as https://example.org/guide/.");

    private static (string File, string Text) LogoOf(SourceText source, string value, int line, IReadOnlyDictionary<string, SourceText> files)
    {
        if (!LogoName().IsMatch(value))
        {
            throw Problem.At(source, line, $"'{value}' cannot be a logo. A logo is an SVG file in this folder, such as logo.svg.");
        }

        if (!files.TryGetValue(value, out SourceText? logo))
        {
            string hint = Spelling.Nearest(value, files.Keys.Where(file => file.EndsWith(".svg", StringComparison.Ordinal))) is { } nearest ? $"Did you mean '{nearest}'?" : "Put it into the folder of this file.";
            throw Problem.At(source, line, $"There is no file '{value}'. {hint}");
        }

        RequirePicture(logo);
        return (value, logo.Text);
    }

    /// <summary>A picture and nothing else: opened by itself, a drawing can run scripts and load from elsewhere.</summary>
    private static void RequirePicture(SourceText logo)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(logo.Text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            bool isFirst = true;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                int line = ((IXmlLineInfo)reader).LineNumber;
                if (isFirst && reader.LocalName != "svg")
                {
                    throw Problem.At(logo, line, $"A logo is a drawing: its first element is 'svg', not '{reader.LocalName}'.");
                }

                isFirst = false;
                if (reader.LocalName.ToLowerInvariant() is "script" or "foreignobject" or "iframe")
                {
                    throw Problem.At(logo, line, $"A logo may not have '{reader.LocalName}'. Take it out.");
                }

                while (reader.MoveToNextAttribute())
                {
                    if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || (reader.LocalName == "href" && !reader.Value.StartsWith('#')))
                    {
                        throw Problem.At(logo, line, $"A logo may not have '{reader.Name}': it runs or loads something. Take it out.");
                    }
                }
            }
        }
        catch (XmlException problem)
        {
            throw Problem.At(logo, problem.LineNumber, "This is no SVG: " + problem.Message.ReplaceLineEndings(" "));
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*\\.svg$")]
    private static partial Regex LogoName();
}
