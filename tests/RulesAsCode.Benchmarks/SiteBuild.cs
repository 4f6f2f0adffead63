using System.ComponentModel;
using System.Globalization;
using System.Text;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Publishing;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Testing;

namespace RulesAsCode.Benchmarks;

/// <summary>
/// The website of a large guide beside hugo, a site generator, with the same texts on as many pages. Each in processes of their own, one after
/// the other in each round, everything anew. Ours compiles the rules, runs the examples, and writes <c>guide.md</c> and the data as well.
/// </summary>
internal static class SiteBuild
{
    private static readonly string[] OtherPages =
        ["404", "about", "accessibility", "changes", "disclaimers", "examples", "facts", "glossary", "guide", "readings", "search", "sections", "timeline"];

    internal static IEnumerable<string> Run(int runs, int requirements)
    {
        string folder = Directory.CreateTempSubdirectory("rules-site-").FullName;
        try
        {
            string rules = Path.Combine(folder, "rules");
            Directory.CreateDirectory(rules);
            foreach ((string path, string text) in SyntheticRules.Write(requirements))
            {
                File.WriteAllText(Path.Combine(rules, path), text);
            }

            string hugo = Path.Combine(folder, "hugo");
            WriteHugo(hugo, GuideModelBuilder.Build(Synthetic.Model(requirements)));
            var ours = new List<double>();
            var theirs = new List<double>();
            for (int run = 0; run < runs; run++)
            {
                string output = Path.Combine(folder, "ours");
                string peer = Path.Combine(folder, "theirs");
                ours.Add(Anew(output, () => Cold.Measure("dotnet", [Path.Combine(AppContext.BaseDirectory, "rules.dll"), "build", rules, "--output", output])));
                try
                {
                    theirs.Add(Anew(peer, () => Cold.Measure("hugo", ["--quiet", "--source", hugo, "--destination", peer])));
                }
                catch (Win32Exception)
                {
                    // There is no hugo on this machine: ours is told alone.
                    continue;
                }

                int pages = Pages(Path.Combine(output, Publication.SiteFolder));
                Disagreement.Unless(Math.Abs(pages - Pages(peer)) <= 3, $"{pages} pages beside {Pages(peer)}");
            }

            yield return Line("rules build", ours, ours);
            if (theirs.Count > 0)
            {
                yield return Line("hugo, as many pages", theirs, ours);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        string Line(string what, List<double> times, List<double> ours) => string.Create(
            CultureInfo.InvariantCulture,
            $"| Site {requirements} | {what}, CPU | {times.Min():0} ms | {times.Order().ElementAt(times.Count / 2):0} ms | {times.Zip(ours, (theirs, own) => own / theirs).Order().ElementAt(times.Count / 2):0.00} | | ratio: ours to it |");
    }

    private static double Anew(string folder, Func<(double Cpu, double Clock)> measure)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return measure().Cpu;
    }

    private static int Pages(string folder) => Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Count();

    /// <summary>The requirements as the Markdown and front matter that a writer of such a site would have, and layouts that show what our pages show.</summary>
    private static void WriteHugo(string folder, GuidePage guide)
    {
        Write("config.toml", $"baseURL = \"https://example.org/\"\ntitle = \"{guide.Title}\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\", \"section\"]\n");
        string layouts = Path.Combine(AppContext.BaseDirectory, "Peers", "Hugo");
        foreach (string layout in Directory.EnumerateFiles(layouts, "*.html", SearchOption.AllDirectories))
        {
            Write("layouts/" + Path.GetRelativePath(layouts, layout), File.ReadAllText(layout));
        }

        foreach (string page in OtherPages)
        {
            string layout = page switch { "guide" => "layout = \"print\"\n", "search" => "layout = \"search\"\n", _ => "" };
            Write($"content/pages/{page}.md", $"+++\ntitle = \"{page}\"\n{layout}+++\n\nText of the page {page}.\n");
        }

        foreach ((int index, RequirementView requirement) in guide.Requirements.Index())
        {
            string applies = requirement.AppliesWhen is { } condition ? $"Applies when {condition.Text}." : "Always applies.";
            var text = new StringBuilder($"""
                +++
                title = "{requirement.Title}"
                applies = "{applies}"
                references = [{string.Join(", ", requirement.References.Select(reference => $"\"{reference.Reference.Display}\""))}]
                weight = {(index + 1).ToString(CultureInfo.InvariantCulture)}
                +++

                ## What is required


                """);
            foreach (CriterionView criterion in requirement.Criteria)
            {
                text.Append("1. ").Append(criterion.Condition.Text).Append("\n\n   **If not:** ").Append(criterion.Otherwise?.Markdown).Append('\n');
            }

            text.Append("\nThis asks for ").AppendJoin(", ", requirement.Facts.Select(fact => $"[{fact.Text}](/pages/facts/#{fact.Id})"));
            text.Append(".\n\n## When it applies\n\n").Append(applies).Append('\n');
            if (requirement.Cases is { } cases)
            {
                text.Append("\n| ").AppendJoin(" | ", cases.Conditions).Append(" | This requirement |\n|").Insert(text.Length, "---|", cases.Conditions.Length + 1).Append('\n');
                foreach (CaseRow row in cases.Rows)
                {
                    text.Append("| ").AppendJoin(" | ", row.Holds.Select(holds => holds is { } known ? known ? "yes" : "no" : "yes or no")).Append(row.Applies ? " | **applies** |\n" : " | does not apply |\n");
                }
            }

            text.Append("\n## Where this comes from\n\n");
            foreach (RequirementReference reference in requirement.References)
            {
                text.Append("- ").Append(reference.Reference.Display).Append(". In its words: \"").Append(reference.Reference.Quote).Append("\"\n");
            }

            text.Append("\n## The rule as encoded\n\n```\n").AppendJoin('\n', requirement.Rule.Lines).Append("\n```\n");
            Write($"content/requirements/{requirement.Key}.md", text.ToString());
        }

        void Write(string path, string text)
        {
            string place = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.WriteAllText(place, text);
        }
    }
}
