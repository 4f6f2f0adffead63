using System.Globalization;
using System.Text;
using System.Xml;

namespace RulesAsCode.Tool.Output;

/// <summary>One test of a report.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Group">What it belongs to: a guide, a file.</param>
/// <param name="File">The file it stands in, relative.</param>
/// <param name="Line">Its line there, from 1.</param>
/// <param name="Failures">What is wrong; it passed when there is nothing.</param>
/// <param name="Notes">What is to be said of it that is no failure.</param>
internal sealed record JUnitCase(string Name, string Group, string File, int Line, IReadOnlyList<string> Failures, IReadOnlyList<string> Notes);

/// <summary>Results as JUnit's XML. Without times, so that the same rules give the same bytes.</summary>
internal static class JUnitXml
{
    internal static void Write(TextWriter output, string name, IReadOnlyList<JUnitCase> cases)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, IndentChars = "  ", NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, OmitXmlDeclaration = true };
        using (var xml = XmlWriter.Create(text, settings))
        {
            xml.WriteStartElement("testsuites");
            Counts(xml, name, cases);
            foreach (IGrouping<string, JUnitCase> suite in cases.GroupBy(@case => @case.Group, StringComparer.Ordinal))
            {
                xml.WriteStartElement("testsuite");
                Counts(xml, suite.Key, [.. suite]);
                foreach (JUnitCase @case in suite)
                {
                    Write(xml, @case);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        output.WriteLine("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        output.WriteLine(text.ToString());
    }

    private static void Write(XmlWriter xml, JUnitCase @case)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", @case.Name);
        Attribute(xml, "classname", @case.Group);
        Attribute(xml, "file", @case.File);
        Attribute(xml, "line", @case.Line.ToString(CultureInfo.InvariantCulture));
        if (@case.Failures.Count > 0)
        {
            xml.WriteStartElement("failure");
            Attribute(xml, "message", @case.Failures[0]);
            Attribute(xml, "type", "failure");
            xml.WriteString(Legal(string.Join('\n', @case.Failures)));
            xml.WriteEndElement();
        }

        if (@case.Notes.Count > 0)
        {
            xml.WriteElementString("system-out", Legal(string.Join('\n', @case.Notes)));
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, string name, IReadOnlyList<JUnitCase> cases)
    {
        Attribute(xml, "name", name);
        Attribute(xml, "tests", cases.Count.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "failures", cases.Count(@case => @case.Failures.Count > 0).ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "errors", "0");
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Legal(value));

    /// <summary>Without the characters that XML 1.0 cannot hold in any way, each as �.</summary>
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                legal.Append(text, i++, 2);
            }
            else
            {
                legal.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return legal.ToString();
    }
}
