#include "app/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace homeroom::app {

MappedFile::MappedFile(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  if (descriptor >= 0 && fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode)) {
    size_ = static_cast<std::size_t>(about.st_size);
    void* const at =
        size_ > 0 ? mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0) : MAP_FAILED;
    if (at != MAP_FAILED) bytes_ = static_cast<const char*>(at);
  }
  if (descriptor >= 0) ::close(descriptor);
}

MappedFile::~MappedFile() {
  if (bytes_) munmap(const_cast<char*>(bytes_), size_);
}

}  // namespace homeroom::app
