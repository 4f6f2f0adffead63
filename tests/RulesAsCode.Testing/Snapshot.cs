using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace RulesAsCode.Testing;

/// <summary>
/// Compares a text with the approved one in a file, after the conventions of Verify:
/// <c>Snapshots/{Class}.{Method}[.{part}].verified.{ext}</c> beside the test's file, <c>.received.</c> on a difference.
/// <c>UPDATE_SNAPSHOTS=1</c> accepts what was received, except in CI (<c>CI=true</c>). A missing approved file fails.
/// </summary>
public static class Snapshot
{
    private const int ContextLines = 2;
    private const int MaximumDiffLines = 60;

    /// <param name="actual">The text; its line ends are compared as <c>\n</c>.</param>
    /// <param name="extension">Of the files, without the dot.</param>
    /// <param name="part">Names one of several snapshots of one test, or null.</param>
    /// <exception cref="SnapshotException">The text differs from the approved one, or none is approved.</exception>
    public static void Match(string actual, string extension = "txt", string? part = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        string name = Path.GetFileNameWithoutExtension(file) + "." + method + (part is null ? "" : "." + part);
        MatchFile(actual, Path.Combine(Path.GetDirectoryName(file)!, "Snapshots", name + ".verified." + extension));
    }

    /// <summary>The same for an approved file with a name of its own, such as a baseline of the corpus.</summary>
    /// <param name="verifiedPath">The approved file; <c>.verified.</c> in its name becomes <c>.received.</c>, else <c>.received</c> is put before the extension.</param>
    /// <exception cref="SnapshotException">The text differs from the approved one, or none is approved.</exception>
    public static void MatchFile(string actual, string verifiedPath) =>
        MatchFile(actual, verifiedPath, Environment.GetEnvironmentVariable);

    /// <summary>The same with the environment given, so that the acceptance switch itself can be tested.</summary>
    public static void MatchFile(string actual, string verifiedPath, Func<string, string?> environmentVariable)
    {
        string received = Normalise(actual);
        string receivedPath = ReceivedPath(verifiedPath);
        string? verified = File.Exists(verifiedPath) ? Normalise(File.ReadAllText(verifiedPath)) : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }

        bool accept = environmentVariable("UPDATE_SNAPSHOTS") == "1" && !IsTrue(environmentVariable("CI"));
        Directory.CreateDirectory(Path.GetDirectoryName(verifiedPath)!);
        File.WriteAllText(accept ? verifiedPath : receivedPath, received);
        if (accept)
        {
            File.Delete(receivedPath);
            return;
        }

        string difference = verified is null ? received : Difference(verified, received);
        throw new SnapshotException(
            $"{Path.GetFileName(verifiedPath)} {(verified is null ? "does not exist" : "differs")}. To accept, run the test with UPDATE_SNAPSHOTS=1, or compare:\n"
            + $"  git diff --no-index \"{verifiedPath}\" \"{receivedPath}\"\n{difference}");
    }

    private static bool IsTrue(string? value) => value is not null && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    private static string Normalise(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string ReceivedPath(string verifiedPath)
    {
        string folder = Path.GetDirectoryName(verifiedPath)!;
        string name = Path.GetFileName(verifiedPath);
        return Path.Combine(folder, name.Contains(".verified.", StringComparison.Ordinal)
            ? name.Replace(".verified.", ".received.", StringComparison.Ordinal)
            : Path.GetFileNameWithoutExtension(name) + ".received" + Path.GetExtension(name));
    }

    /// <summary>The changed lines with <c>-</c> and <c>+</c>, and some lines around them.</summary>
    private static string Difference(string verified, string received)
    {
        // Not ignoring white space: a trailing blank is a difference, too.
        List<DiffPiece> lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received, ignoreWhitespace: false).Lines;
        bool[] near = new bool[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Type != ChangeType.Unchanged)
            {
                Array.Fill(near, true, Math.Max(0, i - ContextLines), Math.Min(lines.Count, i + ContextLines + 1) - Math.Max(0, i - ContextLines));
            }
        }

        var text = new StringBuilder();
        int written = 0;
        for (int i = 0; i < lines.Count && written < MaximumDiffLines; i++)
        {
            if (near[i])
            {
                char sign = lines[i].Type switch { ChangeType.Deleted => '-', ChangeType.Inserted => '+', _ => ' ' };
                text.Append(sign).Append(' ').Append(lines[i].Text).Append('\n');
                written++;
            }
            else if (i > 0 && near[i - 1])
            {
                text.Append("  ...\n");
            }
        }

        return text.Append(written == MaximumDiffLines ? "  (and more)\n" : "").ToString();
    }
}

/// <summary>A text is not the approved one.</summary>
public sealed class SnapshotException(string message) : Exception(message);
