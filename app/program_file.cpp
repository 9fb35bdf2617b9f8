#include "app/program_file.hpp"

#include <fmt/format.h>
#include <link.h>

#include <cstddef>
#include <cstring>
#include <string_view>

#include "app/version.hpp"

namespace homeroom::app {
namespace {

std::size_t padded(std::size_t length) { return (length + 3) / 4 * 4; }

/// The build id among the notes of a segment, which lie one behind the other.
std::string build_id_in(const char* notes, std::size_t length) {
  static constexpr char kOwner[] = "GNU";
  constexpr std::string_view owner(kOwner, sizeof kOwner);  // its last byte of 0 counts
  std::string id;
  for (std::size_t at = 0; at + sizeof(ElfW(Nhdr)) <= length;) {
    ElfW(Nhdr) note;
    std::memcpy(&note, notes + at, sizeof note);
    const std::size_t name = at + sizeof note, told = name + padded(note.n_namesz);
    at = told + padded(note.n_descsz);
    if (at > length || note.n_type != NT_GNU_BUILD_ID) continue;
    if (std::string_view(notes + name, note.n_namesz) != owner) continue;
    for (std::size_t i = 0; i < note.n_descsz; ++i) {
      id += fmt::format("{:02x}", static_cast<unsigned char>(notes[told + i]));
    }
  }
  return id;
}

/// The program itself is the first that is told of; libraries follow.
int read_notes(dl_phdr_info* object, std::size_t, void* id) {
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const auto* notes = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
    *static_cast<std::string*>(id) += build_id_in(notes, segment.p_memsz);
  }
  return 1;
}

}  // namespace

// Not the revision: two builds of one changed tree share it, and cities of other equations must
// never be taken for this program's.
std::string program_fingerprint() {
  std::string id;
  dl_iterate_phdr(read_notes, &id);
  return id;
}

std::string program_name() {
  const std::string name = program_version() + " " + source_revision();
  const bool told = name.back() != '+' && source_revision() != "unknown";
  return told ? name : name + " " + program_fingerprint();
}

}  // namespace homeroom::app
