// Written by common_names.py from common_names/*.txt: change it there.
#include "text/common_names_table.hpp"

// clang-format off
namespace parley::text {

const CommonNameLine kCommonNames[] = {
{0,"Muhammad,Mohammad,Mohammed,Mohamed,Muhammed,Mohamad,Mohd.,Mhd.,Md.,Mohammmad,محمد,Мухаммад,Мухаммед,Мохаммед,Мохамед,Магомед,מוחמד"},
{1,"Oleksandr,Alexander,Aleksandr,Олександр,Александр,ألكسندر"},
{3,"Shevchenko,Chevtchenko,Шевченко,شيفتشينكو"},
{2,"Yosef,Joseph,יוסף"},
};
const std::size_t kCommonNamesSize = 4;

}  // namespace parley::text
