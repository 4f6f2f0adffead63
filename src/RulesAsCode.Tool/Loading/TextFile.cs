using System.Text;

namespace RulesAsCode.Tool.Loading;

/// <summary>Reads a file as UTF-8 text, or says in one line why it cannot.</summary>
internal static class TextFile
{
    /// <summary>Far over what the compiler takes for one file (it says so itself); this keeps the tool from reading without end.</summary>
    private const int MaximumBytes = 64 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="fullPath">The file.</param>
    /// <param name="shownPath">What its user calls it.</param>
    /// <returns>The text, without a byte-order mark.</returns>
    /// <exception cref="UsageException">It does not exist, cannot be read, is too large, or is not UTF-8.</exception>
    internal static string Read(string fullPath, string shownPath)
    {
        byte[] bytes = ReadBytes(fullPath, shownPath);
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException problem)
        {
            int at = Math.Clamp(problem.Index, 0, bytes.Length);
            int line = 1 + bytes.AsSpan(0, at).Count((byte)'\n');
            string what = problem.BytesUnknown is [byte first, ..] ? $"byte 0x{first:X2}" : "a broken character";
            throw new UsageException($"'{shownPath}' is not UTF-8 text: {what} on line {line}. Save it as UTF-8.");
        }
    }

    private static byte[] ReadBytes(string fullPath, string shownPath)
    {
        if (Directory.Exists(fullPath))
        {
            throw new UsageException($"'{shownPath}' is a folder; a file is needed here.");
        }

        try
        {
            using FileStream file = new(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            byte[] buffer = new byte[64 * 1024];
            for (int read = file.Read(buffer); read > 0; read = file.Read(buffer))
            {
                if (bytes.Length + read > MaximumBytes)
                {
                    throw new UsageException($"'{shownPath}' is over {MaximumBytes / (1024 * 1024)} MiB.");
                }

                bytes.Write(buffer, 0, read);
            }

            return bytes.ToArray();
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no file '{shownPath}'.");
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or System.Security.SecurityException)
        {
            throw new UsageException($"'{shownPath}' cannot be read: access is denied.");
        }
        catch (Exception problem) when (problem is IOException or NotSupportedException or ArgumentException)
        {
            throw new UsageException($"'{shownPath}' cannot be read.");
        }
    }
}
