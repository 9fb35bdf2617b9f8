#include "app/command_options.hpp"

#include "app/option_checks.hpp"

namespace homeroom::app {

void add_folder(CLI::App* command, std::string& folder, const std::string& text) {
  command->add_option("folder", folder, text)->required()->type_name("DIR")->check(refuse_blank);
}

void add_output_folder(CLI::App* command, std::string& folder, const std::string& otherwise) {
  command->add_option("-o,--output", folder, "Folder to write (default: " + otherwise + ")")
      ->type_name("DIR")
      ->check(refuse_blank)
      ->check(refuse_flag);
}

void add_threads(CLI::App* command, std::optional<int>& threads) {
  command->add_option("--threads", threads, "Threads at most (default: all cores)")->type_name("T");
}

CLI::Option* add_settings(CLI::App* command, std::vector<std::string>& settings,
                          const std::string& text) {
  return command->add_option("--set", settings, text)
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false)
      ->check(refuse_flag);
}

void add_policies(CLI::App* command, PolicyOptions& o, const std::string& text) {
  command->add_option("--policy", o.policies, text)
      ->type_name("NAME[+NAME...]")
      ->allow_extra_args(false)
      ->check(refuse_blank)
      ->check(refuse_flag);
  command
      ->add_option("--policy-from", o.from_year,
                   "First school year under the policies (default: the first policy year)")
      ->type_name("YEAR");
}

CLI::Option* add_file(CLI::App* command, const std::string& name, std::string& file,
                      const std::string& text) {
  return command->add_option(name, file, text)
      ->type_name("FILE")
      ->check(refuse_blank)
      ->check(refuse_flag);
}

CLI::Option* add_several(CLI::App* command, const std::string& name, const char* type,
                         std::vector<std::string>& values, const std::string& text) {
  return command->add_option(name, values, text)
      ->type_name(type)
      ->allow_extra_args(false)
      ->check(refuse_blank)
      ->check(refuse_flag);
}

CLI::Option* add_column(CLI::App* command, const std::string& name, std::string& column,
                        const std::string& text) {
  return command->add_option(name, column, text)
      ->type_name("COLUMN")
      ->check(refuse_blank)
      ->check(refuse_flag);
}

void add_keeping(CLI::App* command, std::string& folder, const std::string& text) {
  command->add_option("--keep-burn-ins", folder, text)
      ->type_name("FOLDER")
      ->check(refuse_blank)
      ->check(refuse_flag);
}

}  // namespace homeroom::app
