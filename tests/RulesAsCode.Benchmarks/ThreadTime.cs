using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RulesAsCode.Benchmarks;

/// <summary>The CPU time of this thread, on Linux and macOS; elsewhere the time of day, which other work disturbs.</summary>
internal static partial class ThreadTime
{
    private const int LinuxThreadClock = 3;
    private const int MacThreadClock = 16;

    internal static double Nanoseconds
    {
        get
        {
            if ((OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) && GetTime(OperatingSystem.IsLinux() ? LinuxThreadClock : MacThreadClock, out TimeSpec time) == 0)
            {
                return (time.Seconds * 1e9) + time.Nanoseconds;
            }

            return Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency);
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
