using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RulesAsCode.Architecture.Tests;

/// <summary>What a built assembly refers to, read from its metadata without loading it.</summary>
internal sealed class BuiltAssembly
{
    private BuiltAssembly(IReadOnlyList<string> assemblies, IReadOnlyList<string> types, IReadOnlyList<string> members)
    {
        Assemblies = assemblies;
        Types = types;
        Members = members;
    }

    /// <summary>Names of the assemblies it refers to.</summary>
    internal IReadOnlyList<string> Assemblies { get; }

    /// <summary>Full names of the types it refers to in other assemblies.</summary>
    internal IReadOnlyList<string> Types { get; }

    /// <summary>Members of those types that it uses, as <c>Namespace.Type.Member</c>.</summary>
    internal IReadOnlyList<string> Members { get; }

    /// <param name="name">The assembly's name; it stands beside the tests, as all projects do.</param>
    internal static BuiltAssembly Read(string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        using var image = new PEReader(file);
        MetadataReader metadata = image.GetMetadataReader();

        string NameOf(TypeReferenceHandle handle)
        {
            TypeReference type = metadata.GetTypeReference(handle);
            return metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
        }

        return new BuiltAssembly(
            [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))],
            [.. metadata.TypeReferences.Select(NameOf)],
            [.. metadata.MemberReferences
                .Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => NameOf((TypeReferenceHandle)member.Parent) + "." + metadata.GetString(member.Name))]);
    }
}
