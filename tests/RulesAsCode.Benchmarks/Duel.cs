using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace RulesAsCode.Benchmarks;

/// <summary>What one method of a suite took.</summary>
/// <param name="Suite">The suite, with the values of its parameters.</param>
/// <param name="Method">What is measured.</param>
/// <param name="Best">Nanoseconds an operation in the best round.</param>
/// <param name="Median">Nanoseconds an operation in the median round.</param>
/// <param name="Ratio">The median of the rounds' own ratios to the baseline; null without one.</param>
/// <param name="Bytes">Bytes allocated an operation.</param>
/// <param name="Note">What the suite makes of the best, such as MB/s; or empty.</param>
public sealed record Measured(string Suite, string Method, double Best, double Median, double? Ratio, double Bytes, string Note);

/// <summary>A suite that says in its own terms what a time means: <c>12 MB/s</c>.</summary>
public interface IHasNote
{
    /// <param name="nanoseconds">An operation of the best round.</param>
    string Note(double nanoseconds);
}

/// <summary>
/// Runs classes of BenchmarkDotNet side by side. Each round times every method of a suite once, by the CPU time of this thread, so that a machine on which
/// other work comes and goes slows all of them alike; what is compared is the median of the rounds' own ratios. (BenchmarkDotNet measures one
/// method after another, and on such a machine is wrong by a multiple.)
/// </summary>
/// <param name="rounds">How often every method is timed.</param>
/// <param name="atLeast">How long a method runs in a round. Zero: once, and without warming up, for a test that everything still runs.</param>
public sealed class Duel(int rounds, TimeSpan atLeast)
{
    public IEnumerable<Measured> Run(Type suite)
    {
        foreach (object instance in InstancesOf(suite))
        {
            Call<GlobalSetupAttribute>(instance);
            Contender[] contenders =
            [
                .. suite.GetMethods().Select(method => (method, benchmark: method.GetCustomAttribute<BenchmarkAttribute>())).Where(pair => pair.benchmark is not null)
                    .Select(pair => new Contender(pair.benchmark!.Description ?? pair.method.Name, pair.benchmark.Baseline, pair.benchmark.OperationsPerInvoke, pair.method.CreateDelegate<Func<long>>(instance))),
            ];
            foreach (Measured measured in Run(NameOf(instance), contenders, instance as IHasNote))
            {
                yield return measured;
            }

            Call<GlobalCleanupAttribute>(instance);
        }
    }

    private IEnumerable<Measured> Run(string suite, Contender[] contenders, IHasNote? notes)
    {
        foreach (Contender contender in contenders)
        {
            contender.WarmUp(atLeast);
        }

        for (int round = 0; round < rounds; round++)
        {
            foreach (Contender contender in contenders)
            {
                contender.Round();
            }
        }

        Contender? baseline = contenders.SingleOrDefault(contender => contender.IsBaseline);
        foreach (Contender contender in contenders)
        {
            double best = contender.Times.Min();
            double? ratio = baseline is null ? null : Median(contender.Times.Zip(baseline.Times, (own, other) => own / other));
            yield return new Measured(suite, contender.Name, best, Median(contender.Times), ratio, contender.Bytes, notes?.Note(best) ?? "");
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static IEnumerable<object> InstancesOf(Type suite)
    {
        IEnumerable<object> instances = [Activator.CreateInstance(suite)!];
        foreach (PropertyInfo property in suite.GetProperties().Where(property => property.GetCustomAttribute<ParamsAttribute>() is not null))
        {
            instances = instances.SelectMany(_ => property.GetCustomAttribute<ParamsAttribute>()!.Values, (instance, value) =>
            {
                object copy = Activator.CreateInstance(suite)!;
                foreach (PropertyInfo other in suite.GetProperties().Where(other => other.GetCustomAttribute<ParamsAttribute>() is not null))
                {
                    other.SetValue(copy, other.GetValue(instance));
                }

                property.SetValue(copy, value);
                return copy;
            });
        }

        return instances;
    }

    private static string NameOf(object instance)
    {
        string[] values = [.. instance.GetType().GetProperties().Where(property => property.GetCustomAttribute<ParamsAttribute>() is not null).Select(property => Convert.ToString(property.GetValue(instance), CultureInfo.InvariantCulture)!)];
        return instance.GetType().Name.Replace("Suite", "", StringComparison.Ordinal) + (values.Length == 0 ? "" : " " + string.Join(", ", values));
    }

    private static void Call<TAttribute>(object instance)
        where TAttribute : Attribute
    {
        foreach (MethodInfo method in instance.GetType().GetMethods().Where(method => method.GetCustomAttribute<TAttribute>() is not null))
        {
            method.CreateDelegate<Action>(instance)();
        }
    }

    private sealed class Contender(string name, bool isBaseline, int operations, Func<long> method)
    {
        private const int QuietPasses = 20;
        private const int MostPasses = 80;

        private int _invocations = 1;

        public string Name => name;

        public bool IsBaseline => isBaseline;

        public List<double> Times { get; } = [];

        public double Bytes { get; private set; }

        /// <summary>
        /// Until the JIT has come to its last tier and nothing gets faster any more. It works on another thread and waits for a while of quiet, so that on a busy
        /// machine this takes longer than feels right.
        /// </summary>
        public void WarmUp(TimeSpan atLeast)
        {
            if (atLeast == TimeSpan.Zero)
            {
                return;
            }

            double best = double.MaxValue;
            int patience = QuietPasses;
            for (int pass = 0; pass < MostPasses && patience > 0; pass++)
            {
                double time = Pass();
                patience = time < best * 0.95 ? QuietPasses : patience - 1;
                best = Math.Min(best, time);
                Thread.Sleep(150);
            }

            while (Time(_invocations) < atLeast.TotalNanoseconds && _invocations < 1 << 24)
            {
                _invocations *= 2;
            }
        }

        public void Round()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            double time = Time(_invocations);
            Bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / ((double)_invocations * operations);
            Times.Add(time / ((double)_invocations * operations));
        }

        /// <summary>Enough calls for the JIT to take notice, or a second of them; the best time of a call.</summary>
        private double Pass()
        {
            double best = double.MaxValue;
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; (i < 60 || Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(60)) && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1); i++)
            {
                best = Math.Min(best, Time(1));
            }

            return best;
        }

        private double Time(int invocations)
        {
            double start = CpuTime.OfThread;
            for (int i = 0; i < invocations; i++)
            {
                Kept += method();
            }

            return CpuTime.OfThread - start;
        }

        // What a method gives goes somewhere, so that nothing is left out as useless.
        private static long Kept;
    }
}
