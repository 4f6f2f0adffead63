using System.Collections.Immutable;
using RulesAsCode.Primitives;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Publishing.Rendering;

namespace RulesAsCode.Publishing.Html;

/// <summary>A timeline as marks at places: what is drawn, not how it looks.</summary>
internal sealed record TimelinePicture(string Id, string Title, int Width, int Height, ImmutableArray<PictureMark> Marks)
{
    private const int PictureWidth = 640;
    private const int Margin = 12;
    private const int TextLeft = 28;
    private const int LineHeight = 19;
    private const int BarHeight = 14;
    private const int LongestBar = PictureWidth - TextLeft - Margin;
    private const int ShortestBar = 6;

    // Nothing measures text here. A letter of 14 pixels is at most this wide on the average; a text of wide letters only would run out of the box.
    private const double LetterWidth = 7.6;
    private const int MostLines = 3;

    /// <summary>Draws a timeline: one day 0 for each origin, a bar for each length that is a number, a broken line where nothing is stated.</summary>
    public static TimelinePicture Of(TimelineView timeline, SiteTexts texts)
    {
        var drawing = new Drawing(texts, Scale(timeline));
        foreach (TimelineLeg leg in timeline.Legs)
        {
            drawing.Add(leg);
        }

        return new TimelinePicture(timeline.Id + "-picture", timeline.Title, PictureWidth, drawing.Y, drawing.Marks.ToImmutable());
    }

    /// <summary>Pixels for a day: one for all legs, so that bars can be compared.</summary>
    private static double Scale(TimelineView timeline)
    {
        double longest = timeline.Legs.Select(leg => Reach(leg, "before") + Reach(leg, "after")).DefaultIfEmpty(0).Max();
        return longest > 0 ? LongestBar / longest : 0;
    }

    private static double Reach(TimelineLeg leg, string direction) => leg.Rows
        .Select(row => row.Deadline is { Counted: { } counted } deadline && deadline.Direction == direction ? Days(counted) : 0).DefaultIfEmpty(0).Max();

    /// <summary>About how many days of the calendar a length takes: for drawing, and for nothing else.</summary>
    private static double Days(Duration duration) => Math.Abs((double)duration.Count) * duration.Unit switch
    {
        DurationUnit.WorkingDay => 7 / 5.0,
        DurationUnit.Week => 7,
        DurationUnit.Month => 365 / 12.0,
        DurationUnit.Year => 365,
        _ => 1,
    };

    private sealed class Drawing(SiteTexts texts, double scale)
    {
        public ImmutableArray<PictureMark>.Builder Marks { get; } = ImmutableArray.CreateBuilder<PictureMark>();

        public int Y { get; private set; } = Margin;

        public void Add(TimelineLeg leg)
        {
            if (leg.Origin is null)
            {
                AddGap(leg.Rows[0]);
                return;
            }

            int top = Y + (LineHeight / 2);
            AddText("from", texts.Say("figure.from", Plain, leg.Origin));
            int axis = TextLeft + (int)Math.Round(Reach(leg, "before") * scale);
            foreach (TimelineRow row in leg.Rows)
            {
                DeadlineView deadline = row.Deadline!;
                string length = deadline.Relation + " " + deadline.Length + " " + deadline.Direction;
                AddText("step", texts.Say("figure.bar", Plain, row.Step.Text, length));
                if (deadline.Counted is { } counted)
                {
                    int width = Math.Max((int)Math.Round(Days(counted) * scale), ShortestBar);
                    int left = deadline.Direction == "before" ? Math.Max(axis - width, 0) : axis;
                    Marks.Add(new PictureMark("bar", left, Y + 2, width, BarHeight, 0, null));
                    Marks.Add(new PictureMark("axis", axis, Y - 1, 0, 0, Y + BarHeight + 5, null));
                    Y += BarHeight + 10;
                }
            }

            Marks.Add(new PictureMark("origin", Margin, top, 0, 0, Y - 8, null));
            Y += 10;
        }

        private void AddGap(TimelineRow row)
        {
            int top = Y;
            string text = row.TakesAbout is { } about ? texts.Say("figure.gap-takes", Plain, row.Step.Text, about) : texts.Say("figure.gap", Plain, row.Step.Text);
            AddText("gap-text", text);
            Marks.Add(new PictureMark("gap", Margin, top, 0, 0, Y + 2, null));
            Y += 12;
        }

        private void AddText(string kind, string text)
        {
            foreach (string line in Wrap(text))
            {
                Y += LineHeight;
                Marks.Add(new PictureMark(kind, TextLeft, Y - 5, 0, 0, 0, line));
            }
        }

        private static string Plain(string text) => text;

        /// <summary>A text in lines that fit; one that needs too many, or has a word that fits none, is cut short: the table has the whole of it.</summary>
        private static IEnumerable<string> Wrap(string text)
        {
            int most = (int)(LongestBar / LetterWidth);
            var lines = new List<string>();
            string line = "";
            foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > most)
                {
                    lines.Add(line);
                    line = "";
                }

                line = line.Length == 0 ? word : line + " " + word;
            }

            lines.Add(line);
            IEnumerable<string> kept = lines.Take(MostLines).Select(kept => kept.Length > most ? Cut(kept, most) : kept);
            return lines.Count <= MostLines ? kept : [.. kept.SkipLast(1), kept.Last() + " …"];
        }

        // Never between the two halves of one character.
        private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";
    }
}

/// <summary>A mark of a picture; which of the numbers it uses depends on its kind.</summary>
/// <param name="Kind"><c>origin</c>, <c>axis</c>, <c>bar</c>, <c>gap</c>, or the class of a text.</param>
/// <param name="End">The lower end of a line.</param>
internal sealed record PictureMark(string Kind, int X, int Y, int Width, int Height, int End, string? Text);
