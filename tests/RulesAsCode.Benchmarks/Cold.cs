using System.Diagnostics;
using System.Globalization;
using RulesAsCode.Testing;

namespace RulesAsCode.Benchmarks;

/// <summary><c>rules check</c> as its user meets it: a process of its own, everything cold. The processes' own CPU time, and the time on the clock.</summary>
internal static class Cold
{
    internal static IEnumerable<string> Run(int runs, int[] sizes)
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "rules.dll");
        foreach (int size in sizes)
        {
            string folder = Directory.CreateTempSubdirectory("rules-cold-").FullName;
            try
            {
                // A file of its own for each thousand: one of ten thousand is larger than a rule file may be.
                foreach ((string path, string text) in SyntheticRules.Write(size, size / 1_000))
                {
                    File.WriteAllText(Path.Combine(folder, path), text);
                }

                (double Cpu, double Clock)[] times = [.. Enumerable.Range(0, runs).Select(_ => Check(tool, folder))];
                yield return string.Create(CultureInfo.InvariantCulture, $"| Cold {size} | rules check, CPU | {times.Min(time => time.Cpu):0} ms | {times.Order().ElementAt(runs / 2).Cpu:0} ms | | | on the clock at best {times.Min(time => time.Clock):0} ms |");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static (double Cpu, double Clock) Check(string tool, string folder) => Measure("dotnet", [tool, "check", folder]);

    /// <summary>What a process of its own costs, in milliseconds: its CPU time, in itself and in the system, and the time on the clock.</summary>
    internal static (double Cpu, double Clock) Measure(string command, string[] arguments)
    {
        double before = CpuTime.OfChildren;
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

        // Both at once: whoever waits for one of them waits for ever when the other is full.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Disagreement.Unless(process.ExitCode == 0, output);
        return (CpuTime.OfChildren - before, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
