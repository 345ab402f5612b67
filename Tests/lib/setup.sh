# shellcheck shell=bash
# Sourced by the two commands of the README: what a fresh machine needs beyond a Swift toolchain.

# Whether the headers and archives of the three libraries can be compiled against; if not, the
# compiler's words go to the file named.
imgds_has_libraries() {
  local folder result=0
  folder=$(mktemp -d)
  printf '%s\n' '#include <stdio.h>' '#include <jpeglib.h>' '#include <png.h>' '#include <zlib.h>' \
    'int main(void) { return 0; }' >"$folder/probe.c"
  clang "$folder/probe.c" -lpng16 -ljpeg -lz -lm -o "$folder/probe" 2>"$1" || result=1
  rm -rf "$folder"
  return $result
}

# Installs Debian packages, with sudo where that is needed.
imgds_install() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "setup: '$*' must be installed by root: apt-get install $*" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  if ! command -v apt-get >/dev/null; then
    echo "setup: this is no Debian or Ubuntu, install by hand: $*" >&2
    return 1
  fi
  echo "setup: installing $*"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

# Makes sure of the toolchain and the libraries.
imgds_setup() {
  if ! command -v swift >/dev/null; then
    echo "setup: there is no Swift toolchain, see https://www.swift.org/install/linux/" >&2
    return 1
  fi
  imgds_has_libraries /dev/null || imgds_install libpng-dev libjpeg-dev zlib1g-dev
  imgds_has_libraries /dev/stdout >&2 || {
    echo "setup: nothing can be compiled against libpng, libjpeg and zlib; the compiler's words are above" >&2
    return 1
  }
}

# Makes sure of the programs that the checks run beside imgds.
imgds_setup_tests() {
  local program missing=()
  for program in curl git make python3 strace unzip valgrind; do
    command -v "$program" >/dev/null || missing+=("$program")
  done
  python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
  [ ${#missing[@]} -eq 0 ] || imgds_install "${missing[@]}"
}

# Builds what ships; prints the path of the executable.
imgds_build() {
  swift build -c release --product imgds >&2 && echo "$(swift build -c release --show-bin-path)/imgds"
}
