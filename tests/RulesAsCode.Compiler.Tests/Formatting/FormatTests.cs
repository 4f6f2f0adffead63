using RulesAsCode.Compiler.Formatting;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Formatting;

/// <summary>The layout, a rule of it at a time.</summary>
public sealed class FormatTests
{
    /// <summary>The table of the language reference: what is also read, and how it is written.</summary>
    public static TheoryData<string, string> Forms
    {
        get
        {
            string[] lines = File.ReadAllText(RepositoryRoot.PathTo("src/RulesAsCode.Compiler/Language.md")).Split('\n');
            var forms = new TheoryData<string, string>();
            for (int line = Array.IndexOf(lines, "| also read | written |") + 2; lines[line].StartsWith("| `", StringComparison.Ordinal); line++)
            {
                string[] cells = lines[line].Split('`');
                forms.Add(cells[1], cells[3]);
            }

            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_becomes_the_one_that_the_reference_names(string alsoRead, string written)
    {
        string declaration = written.Split(' ')[0] switch
        {
            "requires" => "requirement R\n  ",
            "as" => "example \"E\"\n  ",
            _ => "facts F\n  ",
        };

        Assert.Equal(declaration + written + "\n", Format(declaration + alsoRead + "\n"));
    }

    [Fact]
    public void The_reference_names_a_dozen_forms() => Assert.InRange(Forms.Count, 12, 40);

    [Fact]
    public void Levels_are_two_blanks_and_continuations_four() => Becomes(
        """
        requirement R
            see A 1
               quote "words"
            applies when
                  adult
            requires that all of
              - resident
              - any of
                 - adult
                 -  member
                     and resident
              - not (adult)
             otherwise "Do."
        """,
        """
        requirement R
          see A 1
            quote "words"
          applies when
              adult
          requires that all of
            - resident
            - any of
              - adult
              - member
                  and resident
            - not (adult)
            otherwise "Do."
        """);

    [Fact]
    public void Blank_lines_stand_between_declarations() => Becomes(
        """


        part of G
        # On A.
        term A
          meaning "a"
        term B
          meaning "b"



        term C

          meaning "c"
        facts F
          one is text


          two is text
          # The end of F.
        # On R.

        # On R, too.
        record R
          three is text


        """,
        """
        part of G

        # On A.
        term A
          meaning "a"
        term B
          meaning "b"

        term C
          meaning "c"

        facts F
          one is text

          two is text
          # The end of F.
        # On R.

        # On R, too.
        record R
          three is text
        """);

    [Fact]
    public void Comments_stand_with_what_they_stood_with() => Becomes(
        """
        facts F # all
             # the first
             one is text    # one
               # how it is asked
               ask "One?"
             # the last
        """,
        """
        facts F  # all
          # the first
          one is text  # one
            # how it is asked
            ask "One?"
          # the last
        """);

    [Fact]
    public void Bars_stand_under_one_another() => Becomes(
        """
        example "E"
          as at 1 March 2024
          cases
            |age|expect R|
            | 1250 |   not  satisfied|   # too old
            |日本|é|
            ||satisfied|
        """,
        """
        example "E"
          as at 1 March 2024
          cases
            | age   | expect R      |
            | 1,250 | not satisfied |  # too old
            | 日本  | é             |
            |       | satisfied     |
        """);

    [Fact]
    public void A_long_cell_does_not_widen_its_column()
    {
        string cell = "\"" + new string('x', 70) + "\"";

        Becomes($"example \"E\"\n  cases\n    | a | expect b |\n    | {cell} | yes |\n    | \"y\" | no |", $"example \"E\"\n  cases\n    | a   | expect b |\n    | {cell} | yes      |\n    | \"y\" | no       |");
    }

    [Fact]
    public void Prose_moves_with_its_keyword() => Becomes(
        """
        requirement R
            guidance:

                A list:

                  - one    two
                      #not-a-comment


                the  end
        """,
        """
        requirement R
          guidance:

            A list:

              - one    two
                  #not-a-comment


            the  end
        """);

    [Fact]
    public void A_sentence_with_an_error_is_left_as_it_is() => Becomes(
        """
        requirement R
            see   A 1
            requires that   x >=  £5
              otherwise   "Do."

        requirement  S
             see   A 1
        """,
        """
        requirement R
            see A 1
            requires that   x >=  £5
              otherwise "Do."

        requirement S
          see A 1
        """);

    [Fact]
    public void One_broken_row_leaves_its_table_alone()
    {
        const string Table = "example \"E\"\n  cases\n    |a|b|\n    |1|2\n";

        Assert.Equal(Table, Format(Table));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("# only a remark", "# only a remark\n")]
    [InlineData("facts F\r\n  x is text\r\n", "facts F\n  x is text\n")]
    [InlineData("facts F\r  x is text", "facts F\r  x is text")]
    [InlineData("facts F\n  x  is text   ", "facts F\n  x is text\n")]
    [InlineData("\uFEFFfacts  F", "\uFEFFfacts F\n")]
    [InlineData("calendar C\n  covers 2024  to 2025", "calendar C\n  covers 2024 to 2025\n")]
    [InlineData("define d\n  as income\n      -rent", "define d\n  as income\n      -rent\n")]
    [InlineData("define d\n  when notice\n    to the\n    society is given", "define d\n  when notice\n      to the\n      society is given\n")]
    [InlineData("facts F\n  x is a\n    date", "facts F\n  x is a\n      date\n")]
    [InlineData("define d\n  when adult and not barred", "define d\n  when adult and not barred\n")]
    [InlineData("define d\n  when age is 5 and not barred", "define d\n  when age is 5 and barred is no\n")]
    [InlineData("define d\n  when (not barred) or adult", "define d\n  when (barred is no) or adult\n")]
    [InlineData("guide G \"T\"\n  see SEC Appendix R,  Act section 4", "guide G \"T\"\n  see SEC Appendix R, Act section 4\n")]
    public void Small_texts(string text, string formatted) => Assert.Equal(formatted, Format(text));

    [Fact]
    public void A_thousand_requirements_take_no_more_than_their_share()
    {
        // No clock: the work is linear, so a deep stack, a quadratic search or an overflow would show as a hang or a crash.
        string text = string.Concat(Enumerable.Repeat("# remark\n", 20_000)) + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"requirement R{i}\n    see A 1\n    applies always\n    requires that x is at least {i + 1000}\n"));

        string formatted = Format(text);

        Assert.Contains("requires that x is at least 1,999\n", formatted, StringComparison.Ordinal);
        Assert.Equal(formatted, Format(formatted));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("ab", 2)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("日本", 4)]
    [InlineData("\U0001F600", 2)]
    public void Width_is_counted_in_columns(string text, int columns) => Assert.Equal(columns, DisplayWidth.Of(text));

    private static void Becomes(string text, string formatted)
    {
        Assert.Equal(formatted + "\n", Format(text));
        Assert.Equal(formatted + "\n", Format(formatted + "\n"));
    }

    private static string Format(string text) => RulesFormatter.Format(SourceText.From("main.rules", text));
}
