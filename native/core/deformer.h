// Rows that are images, deformed: what is given is checked here, and the kernel gets its memory.
#pragma once

#include <vector>

#include "noron.h"
#include "rows.h"

namespace noron {

class Deformer {
 public:
  Deformer(const DataRows &x, const noron_deform_settings &given);

  void run() const;

 private:
  bool is_double_;
  Deformation d_{};
  std::vector<int64_t> chosen_;
  std::vector<Memory> memory_;

  void choose_images(const DataRows &x, const noron_deform_settings &given);
  void make_workspaces(const float *by_column);
  template <class T>
  void center_columns();
  template <class T>
  T *room(int64_t n);
};

}  // namespace noron
