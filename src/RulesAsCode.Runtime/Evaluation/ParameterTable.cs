using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>The values of a parameter by period.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
/// <param name="name">The parameter.</param>
/// <param name="periods">Its values with the day number on which each begins to hold, in ascending order.</param>
public sealed class ParameterTable<T>(string name, params (int From, T Value)[] periods)
    where T : struct, IKnown<T>
{
    /// <summary>The value on a day; unknown before the first period, and none where the day is.</summary>
    public T At<TTrace>(Known<int> day, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (!day.HasValue)
        {
            return day.As<T>();
        }

        for (int i = periods.Length - 1; i >= 0; i--)
        {
            if (periods[i].From <= day.Value)
            {
                return periods[i].Value;
            }
        }

        if (trace.IsRecording)
        {
            trace.Because(ReasonKind.ParameterWithoutValue, ReasonText.ParameterWithoutValue(name, day.Value));
        }

        return default;
    }
}
