using System.Text;

namespace RulesAsCode.Compiler.Model;

/// <summary>
/// Names of rules as C# and JSON names: the words joined, each with a capital and the rest small, so that
/// <c>notice to HQ</c> is <c>NoticeToHq</c> and <c>noticeToHq</c>; <c>&amp;</c> is read as "and".
/// </summary>
public static class Identifiers
{
    public static string ToPascalCase(string name)
    {
        var result = new StringBuilder(name.Length);
        bool startOfWord = true;
        foreach (char c in name)
        {
            if (c == '&')
            {
                result.Append("And");
                startOfWord = true;
            }
            else if (!char.IsLetterOrDigit(c))
            {
                startOfWord = true;
            }
            else
            {
                result.Append(startOfWord ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
                startOfWord = false;
            }
        }

        return result.ToString();
    }

    public static string ToCamelCase(string name)
    {
        string pascal = ToPascalCase(name);
        return pascal.Length == 0 ? pascal : char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }
}
