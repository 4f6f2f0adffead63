using System.Text.RegularExpressions;
using RulesAsCode.Publishing.Html;
using RulesAsCode.Publishing.Markdown;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Publishing.Rendering;
using RulesAsCode.Testing;
using Scriban.Runtime;

namespace RulesAsCode.Publishing.Tests.Site;

/// <summary>The page that describes what templates are given names everything that they are given, and has the version of the model.</summary>
public sealed class TemplateModelTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.PathTo("src/RulesAsCode.Publishing/Templates/README.md"));

    [Fact]
    public void It_has_the_version_that_templates_must_name()
    {
        Assert.Contains($"\nVersion {SitePublisher.TemplateModel} of the model.", Page, StringComparison.Ordinal);
        Assert.Contains($"`template model: {SitePublisher.TemplateModel}`", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_name_of_the_model_is_described()
    {
        var places = new Everywhere();
        var views = new ScriptViews(new HtmlMarkup(new SiteAddresses(places, "", null), new GlossaryTerms([]), SiteTexts.BuiltIn));
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (RulesAsCode.Compiler.Model.RulesModel model in Sites.AllModels.Append(Rules.Model(SmallGuide.Library, SmallGuide.Guide)))
        {
            GuidePage page = GuideModelBuilder.Build(model);
            Collect(views.Page(page), names, new HashSet<object>(ReferenceEqualityComparer.Instance));
            Collect(new ScriptArray(page.Traces.Select(views.Trace)), names, new HashSet<object>(ReferenceEqualityComparer.Instance));
        }

        Assert.True(names.Count > 100);
        Assert.DoesNotContain(names, name => !Page.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_template_of_a_page_and_every_function_is_described()
    {
        Assert.All(TemplateFunctions.Create(new HtmlInline(), SiteTexts.BuiltIn).Keys, name => Assert.Matches($"`{Regex.Escape(name)}[ `]", Page));
        string code = File.ReadAllText(RepositoryRoot.PathTo("src/RulesAsCode.Publishing/Html/SitePages.cs"));
        string[] templates = [.. Regex.Matches(code, "Page\\(\"[a-z]+\\.html\", \"([a-z-]+)\"").Select(match => match.Groups[1].Value)];
        Assert.True(templates.Length > 8);
        Assert.All(templates, name => Assert.True(Page.Contains($"`{name}`", StringComparison.Ordinal) || name == "accessibility", name));
    }

    private static void Collect(object? value, SortedSet<string> names, HashSet<object> seen)
    {
        switch (value)
        {
            case ScriptObject item when seen.Add(item):
                foreach ((string name, object? inner) in item)
                {
                    names.Add(name);
                    Collect(inner, names, seen);
                }

                break;
            case ScriptArray items:
                foreach (object? item in items)
                {
                    Collect(item, names, seen);
                }

                break;
        }
    }

    /// <summary>Every anchor leads somewhere: what is looked at here are names.</summary>
    private sealed class Everywhere : IReadOnlyDictionary<string, string>
    {
        public IEnumerable<string> Keys => [];

        public IEnumerable<string> Values => [];

        public int Count => 0;

        public string this[string key] => "x.html#" + key;

        public bool ContainsKey(string key) => true;

        public bool TryGetValue(string key, out string value)
        {
            value = this[key];
            return true;
        }

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Enumerable.Empty<KeyValuePair<string, string>>().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
