# Builds this repository in any PowerShell host: language features, .NET calls and 'dotnet' only.
#   ./build.ps1                    builds everything
#   ./build.ps1 -Target test       restore | build | test | guide | pack
param(
    [ValidateSet('restore', 'build', 'test', 'guide', 'pack')]
    [string] $Target = 'build'
)

$ErrorActionPreference = 'Stop'
[Environment]::SetEnvironmentVariable('DOTNET_CLI_TELEMETRY_OPTOUT', '1')
[Environment]::SetEnvironmentVariable('DOTNET_NOLOGO', '1')

$root = $PSScriptRoot
$solution = [IO.Path]::Combine($root, 'RulesAsCode.sln')

function Step([string] $name, [scriptblock] $body) {
    [Console]::WriteLine("== $name")
    $watch = [Diagnostics.Stopwatch]::StartNew()
    & $body
    if ($LASTEXITCODE -ne 0) { throw "$name failed with exit code $LASTEXITCODE" }
    [Console]::WriteLine("== ${name}: $([Math]::Round($watch.Elapsed.TotalSeconds, 1)) s")
}

switch ($Target) {
    'restore' {
        Step 'restore' { dotnet restore $solution }
    }
    'build' {
        Step 'build' { dotnet build $solution }
    }
    'test' {
        Step 'test' { dotnet test --solution $solution --no-progress }
    }
    'guide' {
        $tool = [IO.Path]::Combine($root, 'src', 'RulesAsCode.Tool')
        $rules = [IO.Path]::Combine($root, 'rules')
        $output = [IO.Path]::Combine($root, 'generated-docs')
        Step 'guide' { dotnet run --project $tool -- build $rules --output $output }
    }
    'pack' {
        $packages = [IO.Path]::Combine($root, 'src', 'eng', 'Packages.slnf')
        $output = [IO.Path]::Combine($root, 'artifacts', 'packages')
        Step 'pack' { dotnet pack $packages --configuration Release --output $output -p:ContinuousIntegrationBuild=true }
    }
}
