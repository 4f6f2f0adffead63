using System.Collections.Immutable;
using System.Text;
using RulesAsCode.Publishing.Markdown;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Publishing.Own;
using RulesAsCode.Publishing.Rendering;
using Scriban.Runtime;

namespace RulesAsCode.Publishing.Html;

/// <summary>Makes the pages of a site: which there are, what each is given, and where its links lead.</summary>
internal sealed class SitePages
{
    private const string RequirementFolder = "requirements/";

    private const string PrintPage = "guide.html";

    private readonly GuidePage _guide;
    private readonly SiteOptions _options;
    private readonly SiteTexts _texts;
    private readonly GlossaryTerms _glossary;
    private readonly TemplateRenderer _renderer;
    private readonly Dictionary<string, string> _places;
    private readonly List<OwnLinks> _ownLinks = [];
    private readonly ImmutableArray<(string Path, string Text)> _navigation;
    private readonly ImmutableArray<(string Path, string Text)> _further;

    public SitePages(GuidePage guide, SiteOptions options, TemplateLibrary library, SiteTexts texts)
    {
        _guide = guide;
        _options = options;
        _texts = texts;
        _glossary = new GlossaryTerms(guide.Glossary);
        _renderer = new TemplateRenderer(library, TemplateFunctions.Create(new HtmlInline(), texts));
        _places = Places(guide);
        _navigation =
        [
            ("index.html", texts["nav.checklist"]), ("timeline.html", texts["nav.timeline"]), ("glossary.html", texts["nav.glossary"]),
            ("sections.html", texts["nav.sections"]), ("readings.html", texts["nav.readings"]), ("search.html", texts["nav.search"]),
            .. options.Files.OwnPages.Select(page => (page.Path, page.Title)),
        ];
        _further =
        [
            ("guide.html", texts["nav.print"]), ("facts.html", texts["facts.title"]), ("examples.html", texts["nav.examples"]), ("changes.html", texts["nav.changes"]),
            ("disclaimers.html", texts["nav.disclaimers"]), ("about.html", texts["nav.about"]), ("accessibility.html", texts["nav.accessibility"]),
            ("requirements.json", texts["nav.data"]),
        ];
    }

    /// <summary>Checks the links of the publisher's own pages, after all pages have been made.</summary>
    /// <exception cref="PublishingException">One of them leads nowhere.</exception>
    public void RequireOwnLinks(IReadOnlyDictionary<string, string> files) => _ownLinks.ForEach(links => links.Require(files));

    /// <summary>Every page, in the order of the site map.</summary>
    public IEnumerable<SitePage> All()
    {
        yield return Home();
        foreach (SitePage page in Requirements())
        {
            yield return page;
        }

        yield return Page("timeline.html", "timeline", "timeline", (views, model) => model
            .Set("timeline_disclaimers", _guide.TimelineDisclaimers, views.Disclaimer)
            .Set("timelines", _guide.Timelines, timeline => views.TimelineFields(timeline).Set("picture", Picture(views, timeline)).Done())
            .Set("working_days", views.WorkingDays(_guide.WorkingDays)), ["working-days.js", "timeline.js"]) with { ShowsTimeline = true };
        yield return Page("glossary.html", "glossary", "glossary", (views, model) => model.Set("glossary", _guide.Glossary, views.Term));
        yield return Page("sections.html", "sections", "sections", (views, model) => model
            .Set("source_notes", views.SourceNotes(_guide))
            .Set("sources", _guide.Sources, views.Source)
            .Set("traces", _guide.Traces, views.Trace)
            .Set("open_divisions", _guide.Sources.Sum(source => source.Divisions.Count(division => division.IsOpen)))
            .Set("criteria_without_example", _guide.Traces.Sum(trace => trace.Criteria.Count(criterion => criterion.Examples.IsEmpty))));
        yield return Page("readings.html", "readings", "readings", (views, model) => model.Set("readings", _guide.Readings, views.Reading));
        yield return Search();
        yield return Page("facts.html", "facts", "facts", (views, model) => model
            .Set("facts", _guide.Facts, views.FactGroup)
            .Set("definitions", _guide.Definitions, views.Definition)
            .Set("parameters", _guide.Parameters, views.Parameter));
        yield return Examples();
        yield return Page("changes.html", "changes", "changes", (views, model) => model.Set("changes", _guide.Changes, views.Change));
        yield return Page("disclaimers.html", "disclaimers", "disclaimers", (views, model) => model.Set("disclaimers", _guide.Disclaimers, views.Disclaimer));
        yield return Page("about.html", "about", "about", (views, model) => model.Set("contacts", _guide.Contacts, views.Contact));
        yield return Page("accessibility.html", "accessibility", "accessibility", (_, model) => model, [], (views, model) => model["audit"] = Audit(views));
        foreach (SitePage page in Own())
        {
            yield return page;
        }

        yield return Print();
        yield return NotFound();
    }

    private static Dictionary<string, string> Places(GuidePage guide)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(IEnumerable<string> anchors, string page)
        {
            foreach (string anchor in anchors)
            {
                places.Add(anchor, page + "#" + anchor);
            }
        }

        foreach (RequirementView requirement in guide.Requirements)
        {
            places.Add(requirement.Id, PathOf(requirement));
            if (requirement.ExamplesId is { } examples)
            {
                places.Add(examples, PathOf(requirement) + "#examples");
            }

            foreach (CriterionView criterion in requirement.Criteria.Concat(requirement.Recommendations))
            {
                places.Add(TraceViews.CriterionId(requirement.Id, criterion.Letter), PathOf(requirement) + "#criterion-" + criterion.Letter);
            }
        }

        foreach (ExampleGroupView group in guide.Examples)
        {
            string page = group.Requirement is { } subject ? places[subject.Id] : "examples.html";
            foreach (ExampleView example in group.Examples)
            {
                string id = TraceViews.ExampleId(group.Id, example.Number);
                places.Add(id, page + "#" + TraceViews.ExampleId("example", example.Number));
            }
        }

        Add(guide.Facts.SelectMany(group => group.Facts).Select(fact => fact.Id), "facts.html");
        Add(guide.Definitions.Select(definition => definition.Id), "facts.html");
        Add(guide.Parameters.Select(parameter => parameter.Id), "facts.html");
        Add(guide.Glossary.Select(term => term.Id), "glossary.html");
        Add(guide.Sources.SelectMany(source => source.Divisions.Select(division => division.Id).Prepend(source.Id)), "sections.html");
        Add(guide.Readings.Select(reading => reading.Id), "readings.html");
        Add(["working-days"], "timeline.html");
        return places;
    }

    /// <summary>The same for the print edition, whose links stay in it, so that a printed link leads to what is printed.</summary>
    private Dictionary<string, string> PrintPlaces() => _places.Keys.ToDictionary(anchor => anchor, anchor => PrintPage + "#" + anchor, StringComparer.Ordinal);

    private static string PathOf(RequirementView requirement) => RequirementFolder + requirement.Key + ".html";

    private SitePage Home() => Page("index.html", "home", "home", (views, model) => model
        .Set("audience", _guide.Audience)
        .Set("requirement_count", _guide.Requirements.Length)
        .Set("own_count", _guide.Requirements.Count(requirement => requirement.FallsOn is null))
        .Set("introduction", _guide.Introduction, 3)
        .Set("references", _guide.References, views.Reference)
        .Set("checklist", _guide.Checklist, group => views.Group(group, views.Summary)), ["checklist.js"]);

    private IEnumerable<SitePage> Requirements()
    {
        Stage stage = new(this, new SiteAddresses(_places, "../", null), requirementHeading: 3);
        ILookup<string?, ExampleGroupView> examples = _guide.Examples.ToLookup(group => group.Requirement?.Id);
        for (int i = 0; i < _guide.Requirements.Length; i++)
        {
            RequirementView requirement = _guide.Requirements[i];
            ScriptObject? Neighbour(int index) => index >= 0 && index < _guide.Requirements.Length
                ? stage.Views.Link(new LinkView(_guide.Requirements[index].Id, _guide.Requirements[index].Title))
                : null;
            var model = new ScriptObject
            {
                { "requirement", stage.Views.Requirement(requirement) },
                { "examples", examples[requirement.Id].Select(stage.Views.ExampleGroup).FirstOrDefault()! },
                { "previous", Neighbour(i - 1)! },
                { "next", Neighbour(i + 1)! },
            };
            PublishedFile file = stage.Render(
                PathOf(requirement), "requirement", requirement.Title, _texts.Say("requirement.description", Plain, requirement.Title), model, ["checklist.js"]);
            yield return new SitePage(file, true, false, new HashSet<string>(StringComparer.Ordinal) { requirement.Id });
        }
    }

    /// <summary>The pages that the publisher wrote.</summary>
    private IEnumerable<SitePage> Own()
    {
        foreach (OwnPage page in _options.Files.OwnPages)
        {
            var links = new OwnLinks(page, "../");
            _ownLinks.Add(links);
            Stage stage = new(this, new SiteAddresses(_places, "../", null), requirementHeading: 3, links);
            var model = new ScriptObject
            {
                { "own", stage.Views.Fields().Set("title", page.Title).Set("text", new ProseText(page.Markdown, HighestHeading: 2, LinksIntoSite: true), 2).Done() },
            };
            yield return new SitePage(
                stage.Render(page.Path, "own", page.Title, _texts.Say("own.description", Plain, page.Title, _guide.Title), model, []), true, false, new HashSet<string>());
        }
    }

    private SitePage Search() => Page("search.html", "search", "search", (_, model) => model, ["search.js"], (views, model) => model["groups"] = new ScriptArray(
        new (string Id, string Title, IEnumerable<(string Anchor, string Text, string? More)> Entries)[]
        {
            ("requirements", "search.requirements", _guide.Requirements.Select(requirement => (requirement.Id, requirement.Title, (string?)string.Join(
                ", ", requirement.References.Where(reference => reference.BearsOn is null).Select(reference => reference.Reference.Display))))),
            ("terms", "search.terms", _guide.Glossary.Select(term => (term.Id, term.Name, term.Title))),
            ("facts", "search.facts", _guide.Facts.SelectMany(group => group.Facts).Select(fact => (fact.Id, fact.Name, fact.Question))
                .Concat(_guide.Definitions.Select(definition => (definition.Id, definition.Name, (string?)null)))
                .Concat(_guide.Parameters.Select(parameter => (parameter.Id, parameter.Name, (string?)null)))),
            ("sections", "search.sections", _guide.Sources.SelectMany(source => source.Divisions.Select(division => (division.Id, source.Code + " " + division.Label, division.Title)))),
            ("readings", "search.readings", _guide.Readings.Select(reading => (reading.Id, reading.Question, (string?)null))),
        }
        .Select(group => views.Fields().Set("id", group.Id).Set("title", _texts[group.Title]).Set("entries", [.. group.Entries], entry =>
            views.Fields().SetAnchor("href", entry.Anchor).Set("text", entry.Text).Set("more", entry.More).Done()).Done())
        .Append(views.Fields().Set("id", "pages").Set("title", _texts["search.pages"]).Set("entries", [.. _navigation, .. _further], entry =>
            views.Fields().Set("href", entry.Path).Set("text", entry.Text).Set("more", (string?)null).Done()).Done())
        .Where(group => ((ScriptArray)group["entries"]!).Count > 0)));

    private SitePage Examples() => Page("examples.html", "examples", "examples", (_, model) => model, [], (views, model) =>
    {
        model["together"] = _guide.Examples.Where(group => group.Requirement is null).Select(views.ExampleGroup).FirstOrDefault()!;
        model["others"] = new ScriptArray(_guide.Examples.Where(group => group.Requirement is not null).Select(group => views.Link(new LinkView(group.Id, group.Requirement!.Text))));
    });

    /// <summary>The whole guide on one page.</summary>
    private SitePage Print()
    {
        Stage stage = new(this, new SiteAddresses(PrintPlaces(), "", PrintPage), requirementHeading: 5);
        ScriptObject whole = stage.Views.Page(_guide);
        ScriptObject[] examples = [.. ((ScriptArray)whole["examples"]!).Cast<ScriptObject>()];
        var examplesOf = new ScriptObject();
        foreach (ScriptObject group in examples)
        {
            examplesOf[(string)group["id"]!] = group;
        }

        var model = new ScriptObject
        {
            { "guide", whole },
            { "examples_of", examplesOf },
            { "together", examples.FirstOrDefault(group => group["requirement"] is null)! },
        };
        PublishedFile file = stage.Render(PrintPage, "guide", _texts["print.title"], _texts.Say("print.description", Plain, _guide.Title), model, []);
        return new SitePage(file, true, true, _guide.Requirements.Select(requirement => requirement.Id).ToHashSet(StringComparer.Ordinal));
    }

    private SitePage NotFound()
    {
        Stage stage = new(this, new SiteAddresses(_places, _options.BasePath, null), 3);
        PublishedFile file = stage.Render(
            "404.html", "not-found", _texts["not-found.title"], _texts.Say("not-found.description", Plain, _guide.Title), [], [], isIndexed: false);
        return new SitePage(file, false, false, new HashSet<string>());
    }

    /// <summary>A page in the root of the site.</summary>
    private SitePage Page(
        string path,
        string template,
        string key,
        Func<ScriptViews, ScriptFields, ScriptFields> guide,
        ImmutableArray<string> scripts = default,
        Action<ScriptViews, ScriptObject>? more = null)
    {
        Stage stage = new(this, new SiteAddresses(_places, "", path), 3);
        var model = new ScriptObject { { "guide", guide(stage.Views, stage.Views.Fields()).Done() }, { "pages", Links(stage.Views) } };
        more?.Invoke(stage.Views, model);
        PublishedFile file = stage.Render(
            path, template, _texts[key + ".title"], _texts.Say(key + ".description", Plain, _guide.Title), model, scripts.IsDefault ? [] : scripts);
        return new SitePage(file, true, false, new HashSet<string>());
    }

    /// <summary>The pages that texts link to.</summary>
    private ScriptObject Links(ScriptViews views)
    {
        ScriptObject Link(string path, string text) => views.Fields().Set("href", path).Set("text", _texts[text]).Done();
        return new ScriptObject
        {
            { "home", Link("index.html", "nav.checklist") },
            { "print", Link("guide.html", "nav.print") },
            { "examples", Link("examples.html", "nav.examples") },
            { "sections", Link("sections.html", "sections.title") },
            { "readings", Link("readings.html", "readings.title") },
            { "about", Link("about.html", "nav.about") },
            { "data", Link("requirements.json", "nav.data") },
            { "schema", Link("requirements.schema.json", "nav.schema") },
        };
    }

    private static ScriptObject Audit(ScriptViews views)
    {
        SiteAudit audit = SiteAudit.BuiltIn;
        return views.Fields()
            .Set("date", audit.Date)
            .Set("tools", audit.Tools)
            .Set("sites", audit.Sites)
            .Set("figures", audit.Figures, figure => views.Fields().Set("text", figure.Text).Set("values", figure.Values).Done())
            .Done();
    }

    private ScriptObject Picture(ScriptViews views, TimelineView timeline)
    {
        TimelinePicture picture = TimelinePicture.Of(timeline, _texts);
        return views.Fields()
            .Set("id", picture.Id)
            .Set("title", picture.Title)
            .Set("width", picture.Width)
            .Set("height", picture.Height)
            .Set("marks", picture.Marks, mark => views.Fields()
                .Set("kind", mark.Kind)
                .Set("x", mark.X)
                .Set("y", mark.Y)
                .Set("width", mark.Width)
                .Set("height", mark.Height)
                .Set("end_y", mark.End)
                .Set("text", mark.Text)
                .Done())
            .Done();
    }

    private static string Plain(string text) => text;

    /// <summary>What the pages of one place in the site share: where their links lead, and the frame around them.</summary>
    private sealed class Stage
    {
        private readonly SitePages _pages;
        private readonly SiteAddresses _addresses;
        private readonly ScriptObject _site;

        public Stage(SitePages pages, SiteAddresses addresses, int requirementHeading, OwnLinks? ownLinks = null)
        {
            _pages = pages;
            _addresses = addresses;
            Views = new ScriptViews(new HtmlMarkup(addresses, pages._glossary, pages._texts, ownLinks), requirementHeading, pageHeading: 3);
            GuidePage guide = pages._guide;
            _site = Views.Fields()
                .Set("key", Anchors.Slug(guide.Name))
                .Set("title", guide.Title)
                .Set("logo", pages._options.Files.Config.LogoFile is { } logo ? "assets/" + logo : null)
                .Set("version", guide.Version ?? "")
                .Set("last_changed", Views.Date(guide.LastChanged))
                .Set("has_version", guide.Version is not null || guide.LastChanged is not null)
                .Set("source", guide.Sources.IsEmpty ? null : guide.Sources[0].Title)
                .Set("navigation", pages._navigation, Item)
                .Set("further", pages._further, Item)
                .Set("page_disclaimers", guide.PageDisclaimers, Views.Disclaimer)
                .Done();

            ScriptObject Item((string Path, string Text) item) => Views.Fields().Set("path", item.Path).Set("text", item.Text).Done();
        }

        public ScriptViews Views { get; }

        public PublishedFile Render(
            string path, string template, string title, string description, ScriptObject model, ImmutableArray<string> scripts, bool isIndexed = true)
        {
            model["root"] = _addresses.Root;
            model["site"] = _site;
            string content = _pages._renderer.Render("site/" + template, model);
            string text = _pages._renderer.Render("site/page", new ScriptObject
            {
                { "root", _addresses.Root },
                { "site", _site },
                { "page", Views.Fields()
                    .Set("path", path)
                    .Set("title", title)
                    .Set("description", description)
                    .Set("is_indexed", isIndexed)
                    .Set("scripts", scripts)
                    .Done() },
                { "content", content.Trim('\n') },
            });
            return new PublishedFile(path, WithoutEmptyLines(text));
        }

        /// <summary>Without the empty lines that templates leave; those of a listing stay.</summary>
        private static string WithoutEmptyLines(string text)
        {
            var kept = new StringBuilder(text.Length);
            bool isListing = false;
            foreach (string line in text.Split('\n'))
            {
                if (isListing || !string.IsNullOrWhiteSpace(line))
                {
                    kept.Append(line).Append('\n');
                }

                int opened = line.LastIndexOf("<pre", StringComparison.Ordinal);
                int closed = line.LastIndexOf("</pre>", StringComparison.Ordinal);
                isListing = opened > closed || (isListing && closed < 0);
            }

            return kept.ToString();
        }
    }
}
