using System.Runtime.InteropServices;

namespace RulesAsCode.Benchmarks;

/// <summary>The CPU time of all processes that this one started and that have ended, on Linux; elsewhere no number.</summary>
internal static partial class ChildTime
{
    private const int Children = -1;

    internal static double Milliseconds => OperatingSystem.IsLinux() && GetUsage(Children, out Usage usage) == 0
        ? ((usage.UserSeconds + usage.SystemSeconds) * 1e3) + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e3)
        : double.NaN;

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    // What follows the times is not read.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public nint UserSeconds;
        public nint UserMicroseconds;
        public nint SystemSeconds;
        public nint SystemMicroseconds;
    }
}
