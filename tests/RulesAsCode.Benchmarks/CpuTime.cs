using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RulesAsCode.Benchmarks;

/// <summary>CPU time as the operating system counts it.</summary>
internal static partial class CpuTime
{
    private const int LinuxThreadClock = 3;
    private const int MacThreadClock = 16;

    private const int Children = -1;

    /// <summary>Of the processes that this one has started and that have ended, in themselves and in the system, in milliseconds. Linux and macOS only.</summary>
    internal static double OfChildren => GetUsage(Children, out Usage usage) == 0
        ? usage.User.Milliseconds + usage.System.Milliseconds
        : throw new InvalidOperationException("The system does not say what the processes cost.");

    /// <summary>Of this thread in nanoseconds, on Linux and macOS; elsewhere the time of day, which other work disturbs.</summary>
    internal static double OfThread
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

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int whose, out Usage usage);

    /// <summary>Two times, and fourteen numbers of which none is read.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public TimeValue User;
        public TimeValue System;
    }

    private struct TimeValue
    {
        public long Seconds;
        public int Microseconds;
        private readonly int _unused;

        public readonly double Milliseconds => (Seconds * 1e3) + (Microseconds / 1e3);
    }

    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
