using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

public sealed class CalendarTests
{
    internal const string InvalidLineCode = "RAC4009";

    private const string Guide = """
        guide G "G"
          working days from Days
        calendar Days
          weekend Saturday and Sunday
          holidays from "../tables/holidays.csv"
          covers 2024 to 2024
          edition 1 February 2024
        disclaimer A
          shown on every page
          text "x"
        facts F
          x is a date

        """;

    [Fact]
    public void A_table_becomes_working_days()
    {
        Compilation compilation = Compile("\uFEFFdate,name,note\r\n2024-12-25,Christmas Day,\r\n\r\n2024-12-26,\"Boxing Day, so called\",\"the \"\"second\"\" day\"\r\n2030-01-01,Out of the years covered,\r\n");

        WorkingDayCalendar table = RulesText.Model(compilation).Guide.Calendar!.Table!;
        Assert.Equal(["Christmas Day", "Boxing Day, so called"], table.Holidays.Select(holiday => holiday.Name));
        Assert.Equal("the \"second\" day", table.Holidays[1].Note);
        Assert.Equal("1 February 2024", table.Edition);
        Assert.True(table.TryAddWorkingDays(CalendarDay.FromDate(2024, 12, 24), 1, out int next));
        Assert.Equal(CalendarDay.FromDate(2024, 12, 27), next);
    }

    [Theory]
    [InlineData("", 1, "The first line must be 'date,name,note'.")]
    [InlineData("date,name\n", 1, "The first line must be 'date,name,note'.")]
    [InlineData("date,name,note\n2024-02-30,X,\n", 2, "'2024-02-30' is no date from 1900 to 2199 of the form 2024-12-25.")]
    [InlineData("date,name,note\n\n25/12/2024,X,\n", 3, "'25/12/2024' is no date from 1900 to 2199 of the form 2024-12-25.")]
    [InlineData("date,name,note\n2024-12-25,X\n", 2, "It has 2 cells instead of three: date, name, note.")]
    [InlineData("date,name,note\n2024-12-25, ,\n", 2, "The holiday has no name.")]
    [InlineData("date,name,note\n2024-12-25,\"X,\n", 2, "A quotation mark is not closed.")]
    [InlineData("date,name,note\n2024-12-25,X,\n2024-12-25,Y,\n", 3, "25 December 2024 stands on line 2 already.")]
    public void A_line_that_cannot_be_read_is_named(string table, int line, string problem)
    {
        Compilation compilation = Compile(table);

        Diagnostic diagnostic = Assert.Single(compilation.Diagnostics);
        Assert.Equal(InvalidLineCode, diagnostic.Code);
        Assert.Equal($"../tables/holidays.csv, line {line}: {problem}", diagnostic.Message);
        Assert.Equal("rules/guide/main.rules:5:17", diagnostic.Location.ToString());
        Assert.Empty(compilation.Guides);
    }

    [Fact]
    public void At_most_five_lines_are_named()
    {
        Compilation compilation = Compile("date,name,note\n" + string.Concat(Enumerable.Repeat("x\n", 100)));

        Assert.Equal(5, compilation.Diagnostics.Length);
    }

    [Fact]
    public void The_path_is_worked_out_from_the_folder_of_the_rule_file_and_asked_for_once()
    {
        var asked = new List<string>();
        _ = Compilation.Create([SourceText.From("rules/guide/main.rules", Guide), SourceText.From("rules/other/main.rules", Guide.Replace("guide G", "guide H"))], path =>
        {
            asked.Add(path);
            return null;
        });

        Assert.Equal(["rules/tables/holidays.csv"], asked);
    }

    private static Compilation Compile(string table) =>
        Compilation.Create([SourceText.From("rules/guide/main.rules", Guide)], path => path == "rules/tables/holidays.csv" ? table : null);
}
