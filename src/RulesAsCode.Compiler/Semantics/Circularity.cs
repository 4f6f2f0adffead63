namespace RulesAsCode.Compiler.Semantics;

/// <summary>Groups of things that depend on one another, without recursion: a long chain must not exhaust the stack.</summary>
internal static class Circularity
{
    /// <summary>
    /// The nodes in groups (strongly connected components), each group after those it depends on; within a group in the order given.
    /// </summary>
    internal static List<List<T>> Groups<T>(IReadOnlyList<T> nodes, Func<T, IReadOnlyList<T>> dependencies)
        where T : class
    {
        var position = new Dictionary<T, int>();
        for (int i = 0; i < nodes.Count; i++)
        {
            position[nodes[i]] = i;
        }

        var groups = new List<List<T>>();
        int[] index = new int[nodes.Count];
        int[] low = new int[nodes.Count];
        bool[] onStack = new bool[nodes.Count];
        var stack = new Stack<int>();
        var work = new Stack<(int Node, IReadOnlyList<T> Next, int At)>();
        int counter = 0;
        for (int start = 0; start < nodes.Count; start++)
        {
            if (index[start] != 0)
            {
                continue;
            }

            Enter(start);
            while (work.Count > 0)
            {
                (int node, IReadOnlyList<T> next, int at) = work.Pop();
                if (at < next.Count)
                {
                    work.Push((node, next, at + 1));
                    if (position.TryGetValue(next[at], out int target))
                    {
                        if (index[target] == 0)
                        {
                            Enter(target);
                        }
                        else if (onStack[target])
                        {
                            low[node] = Math.Min(low[node], index[target]);
                        }
                    }

                    continue;
                }

                if (work.Count > 0)
                {
                    int parent = work.Peek().Node;
                    low[parent] = Math.Min(low[parent], low[node]);
                }

                if (low[node] == index[node])
                {
                    var group = new List<int>();
                    int member;
                    do
                    {
                        member = stack.Pop();
                        onStack[member] = false;
                        group.Add(member);
                    }
                    while (member != node);
                    group.Sort();
                    groups.Add(group.ConvertAll(i => nodes[i]));
                }
            }
        }

        return groups;

        void Enter(int node)
        {
            index[node] = low[node] = ++counter;
            stack.Push(node);
            onStack[node] = true;
            work.Push((node, dependencies(nodes[node]), 0));
        }
    }

    /// <summary>The shortest circle through the first node of a group, beginning with it; null when nothing leads back to it.</summary>
    internal static List<T>? ShortestCircle<T>(IReadOnlyList<T> group, Func<T, IReadOnlyList<T>> dependencies)
        where T : class
    {
        var members = new HashSet<T>(group);
        var cameFrom = new Dictionary<T, T>();
        var queue = new Queue<T>();
        T first = group[0];
        queue.Enqueue(first);
        while (queue.Count > 0)
        {
            T node = queue.Dequeue();
            foreach (T next in dependencies(node))
            {
                if (next == first)
                {
                    var circle = new List<T>();
                    for (T at = node; at != first; at = cameFrom[at])
                    {
                        circle.Add(at);
                    }

                    circle.Add(first);
                    circle.Reverse();
                    return circle;
                }

                if (members.Contains(next) && !cameFrom.ContainsKey(next))
                {
                    cameFrom.Add(next, node);
                    queue.Enqueue(next);
                }
            }
        }

        return null;
    }
}
