using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Running;
using RulesAsCode.Benchmarks;

// Suites side by side by default; '--benchmarkdotnet' hands the rest of the command line to BenchmarkDotNet.
if (args.FirstOrDefault() == "--benchmarkdotnet")
{
    BenchmarkSwitcher.FromAssembly(typeof(Duel).Assembly).Run(args[1..]);
    return 0;
}

int rounds = 25;
var wanted = new List<string>();
for (int i = 0; i < args.Length; i++)
{
    if (args[i] == "--rounds" && i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int given) && given > 0)
    {
        rounds = given;
        i++;
    }
    else if (AllSuites.Names.Contains(args[i], StringComparer.OrdinalIgnoreCase))
    {
        wanted.Add(args[i]);
    }
    else
    {
        Console.Error.WriteLine($"'{args[i]}' is neither an option (--rounds N, --benchmarkdotnet ...) nor a suite ({string.Join(", ", AllSuites.Names)}).");
        return 2;
    }
}

if (typeof(RulesAsCode.Outcome).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true)
{
    Console.Error.WriteLine("The product was built for debugging, so that the figures would say nothing. Run with: -c Release");
    return 2;
}

Console.WriteLine("| suite | | best | median | ratio | B | |");
Console.WriteLine("|---|---|---:|---:|---:|---:|---|");
var duel = new Duel(rounds, TimeSpan.FromMilliseconds(10));
foreach (Measured measured in AllSuites.Types.Where(type => wanted.Count == 0 || wanted.Contains(AllSuites.NameOf(type), StringComparer.OrdinalIgnoreCase)).SelectMany(duel.Run))
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {measured.Suite} | {measured.Method} | {Time(measured.Best)} | {Time(measured.Median)} | {measured.Ratio:0.00} | {measured.Bytes:0.#} | {measured.Note} |"));
}

if (wanted.Count == 0 || wanted.Contains("Cold", StringComparer.OrdinalIgnoreCase))
{
    foreach (string line in Cold.Run(runs: 7, [100, 1_000, 10_000]))
    {
        Console.WriteLine(line);
    }
}

if (wanted.Count == 0 || wanted.Contains("Site", StringComparer.OrdinalIgnoreCase))
{
    foreach (string line in SiteBuild.Run(runs: 7, requirements: 1_000))
    {
        Console.WriteLine(line);
    }
}

return 0;

static string Time(double nanoseconds) => nanoseconds switch
{
    >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.00} ms"),
    >= 1e4 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:0.0} µs"),
    _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0.00} ns"),
};
